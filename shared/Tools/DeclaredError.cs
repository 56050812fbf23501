namespace AgentScaler.Tools;

/// <summary>An error response that the source declares.</summary>
public sealed record DeclaredError(string Status, string? Description);
