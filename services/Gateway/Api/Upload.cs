namespace AgentScaler.Gateway.Api;

/// <summary>An uploaded file.</summary>
/// <param name="Id">SHA-256 of its bytes. Equal files have the same id and need not be sent again.</param>
public sealed record Upload(string Id, long Bytes);
