namespace AgentScaler.Tools;

/// <summary>An operation that did not become a tool, and why.</summary>
public sealed record RejectedTool(string Source, string Locator, string Name, string Reason, string Detail);
