namespace AgentScaler.Judging;

/// <summary>A rule that failed.</summary>
/// <param name="Reason">The rule's name.</param>
/// <param name="Detail">The details, for people.</param>
internal sealed record Finding(string Reason, string Detail);
