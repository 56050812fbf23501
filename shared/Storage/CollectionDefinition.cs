namespace AgentScaler.Storage;

/// <summary>A collection and the indexes its queries may use; declared beside the type it holds.</summary>
public sealed record CollectionDefinition(string Name, params IReadOnlyList<string> Indexes);
