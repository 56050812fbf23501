namespace AgentScaler.Training.Policies;

/// <summary>The rules for the calls of one reply.</summary>
/// <param name="Checked">Whether the grammar constrains the inside of calls.</param>
/// <param name="Required">Whether the reply must make a call.</param>
/// <param name="Single">Whether the reply may make only one call.</param>
internal sealed record CallRules(bool Checked = true, bool Required = false, bool Single = false);
