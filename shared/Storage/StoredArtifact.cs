namespace AgentScaler.Storage;

/// <summary>An artifact in the store.</summary>
/// <param name="Put">When it was last stored; storing the same content again renews it.</param>
public sealed record StoredArtifact(string Sha256, DateTimeOffset Put);
