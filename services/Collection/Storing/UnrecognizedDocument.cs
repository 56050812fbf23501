namespace AgentScaler.Collection.Storing;

/// <summary>A document of an unknown format, with a guess.</summary>
public sealed record UnrecognizedDocument(string Source, string LooksLike);
