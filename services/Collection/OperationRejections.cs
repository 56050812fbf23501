namespace AgentScaler.Collection;

/// <summary>The rejected operations of one reason.</summary>
/// <param name="Names">The first of them in the order of the sources, each with its document.</param>
public sealed record OperationRejections(string Reason, int Count, IReadOnlyList<string> Names);
