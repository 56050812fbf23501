namespace AgentScaler.Collection;

/// <summary>The progress of a collection.</summary>
/// <param name="Phase">reading, comparing or writing.</param>
public sealed record CollectionProgress(string Phase, int Documents, int Operations, int Tools, string? Current);
