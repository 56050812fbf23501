namespace AgentScaler.Materialization.Overrides;

/// <summary>An overrides document that cannot be followed; the message names the place and the remedy.</summary>
public sealed class OverridesException(string place, string message) : Exception($"overrides {place}: {message}");
