namespace AgentScaler.Tools;

/// <summary>The HTTP operation behind a tool.</summary>
public sealed record HttpOperation(string Method, string Path);
