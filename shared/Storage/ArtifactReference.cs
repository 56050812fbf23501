namespace AgentScaler.Storage;

/// <summary>A large or immutable body, by the hash of its content.</summary>
public sealed record ArtifactReference(string Sha256, long Length, string MediaType);
