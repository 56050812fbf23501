namespace AgentScaler.Judging.Explaining;

/// <summary>A call of the conversation, or where it made none of them, of the golden path.</summary>
/// <param name="Call">The index among the conversation's calls; null where it is a golden call that was not made.</param>
/// <param name="GoldenCall">The index of the golden call beside it; null where there is none.</param>
public sealed record DivergingCall(int? Call, int? GoldenCall, string Name);
