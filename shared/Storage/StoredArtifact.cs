namespace AgentScaler.Storage;

/// <summary>An artifact that lies in the store.</summary>
/// <param name="Put">When it was last put: a body that is put again counts as new.</param>
public sealed record StoredArtifact(string Sha256, DateTimeOffset Put);
