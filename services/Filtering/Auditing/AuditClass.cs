namespace AgentScaler.Filtering.Auditing;

/// <summary>One kind of change to conversations, with its counts.</summary>
/// <param name="Harmful">The independent judge's label of these cases. A kind with both labels has two rows.</param>
/// <param name="Planted">Number of cases with this name and label.</param>
/// <param name="Rejected">Number of these cases that the filter rejects.</param>
public sealed record AuditClass(string Name, bool Harmful, int Planted, int Rejected);
