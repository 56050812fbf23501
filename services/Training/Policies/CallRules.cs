namespace AgentScaler.Training.Policies;

/// <summary>What holds for the calls of one reply.</summary>
/// <param name="Checked">Whether the inside of calls is held to the grammar.</param>
/// <param name="Required">Whether the reply must make a call.</param>
/// <param name="Single">Whether it makes one at most.</param>
internal sealed record CallRules(bool Checked = true, bool Required = false, bool Single = false);
