namespace AgentScaler.Collection.Storing;

/// <summary>A document of no format that is known, and what it looks like.</summary>
public sealed record UnrecognizedDocument(string Source, string LooksLike);
