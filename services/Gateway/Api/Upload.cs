namespace AgentScaler.Gateway.Api;

/// <summary>A file that was uploaded.</summary>
/// <param name="Id">SHA-256 of its bytes: the same bytes have the same id, and need not be sent again.</param>
public sealed record Upload(string Id, long Bytes);
