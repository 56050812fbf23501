namespace AgentScaler.Gateway.Files;

/// <summary>What a workspace file's bytes are, without the bytes.</summary>
public sealed record FileDigest(string Path, long Bytes, string Sha256);
