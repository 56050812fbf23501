namespace AgentScaler.Collection.Storing;

/// <summary>Operations of one document: tools + duplicates + rejected.</summary>
public sealed record DocumentFigures(string Source, string? Format, int Operations, int Tools, int Duplicates, int Rejected);
