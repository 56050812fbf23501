namespace AgentScaler.Judging.Explaining;

/// <summary>A tool call of the conversation, made again.</summary>
/// <param name="Call">Its index among the conversation's calls.</param>
/// <param name="Arguments">JSON text, as the agent wrote it.</param>
/// <param name="Recorded">The tool message of the conversation; null where there is none.</param>
/// <param name="Replayed">The tool message that the replay gives; null where the call is not made again.</param>
/// <param name="Agrees">Whether the two are equal as values; null where there is nothing to compare.</param>
/// <param name="Golden">The golden call beside it; null where there is none.</param>
public sealed record ExplainedCall(int Call, string Name, string Arguments, string? Recorded, string? Replayed, bool? Agrees, ExplainedGoldenCall? Golden);
