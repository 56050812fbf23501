namespace AgentScaler.Filtering.Auditing;

/// <summary>One way of changing conversations, and what came of it.</summary>
/// <param name="Harmful">What the independent judge says of these cases; a way that can be both has two rows.</param>
/// <param name="Planted">Cases of this name and label.</param>
/// <param name="Rejected">Those of them that the filter rejects.</param>
public sealed record AuditClass(string Name, bool Harmful, int Planted, int Rejected);
