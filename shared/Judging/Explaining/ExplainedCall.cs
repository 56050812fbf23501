namespace AgentScaler.Judging.Explaining;

/// <summary>A tool call of the conversation and its replay.</summary>
/// <param name="Call">The index among the conversation's calls.</param>
/// <param name="Arguments">The agent's JSON text.</param>
/// <param name="Recorded">The tool message in the conversation. Null if there is none.</param>
/// <param name="Replayed">The tool message of the replay. Null if the call is not replayed.</param>
/// <param name="Agrees">Whether both messages are equal as values. Null if there is nothing to compare.</param>
/// <param name="Golden">The assigned golden call. Null if there is none.</param>
public sealed record ExplainedCall(int Call, string Name, string Arguments, string? Recorded, string? Replayed, bool? Agrees, ExplainedGoldenCall? Golden);
