namespace AgentScaler.Judging.Explaining;

/// <summary>A call of the conversation, or a golden call that the conversation did not make.</summary>
/// <param name="Call">The index among the conversation's calls. Null for a golden call that was not made.</param>
/// <param name="GoldenCall">The index of the assigned golden call. Null if there is none.</param>
public sealed record DivergingCall(int? Call, int? GoldenCall, string Name);
