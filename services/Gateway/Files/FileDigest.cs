namespace AgentScaler.Gateway.Files;

/// <summary>Length and hash of a workspace file.</summary>
public sealed record FileDigest(string Path, long Bytes, string Sha256);
