namespace AgentScaler.Materialization;

/// <summary>How well documented behaviour is reproduced: over so many tools, the sum of their shares.</summary>
public sealed record FidelityFigures(int Tools, double Held);
