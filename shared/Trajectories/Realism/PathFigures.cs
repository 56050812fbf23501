namespace AgentScaler.Trajectories.Realism;

/// <summary>Figures on golden paths and recorded episodes as errands.</summary>
/// <param name="Grounding">Share of the arguments of recorded calls that can be traced to earlier words or results.</param>
/// <param name="DataFlow">Share of golden calls after the first that take a value from an earlier result.</param>
/// <param name="Necessity">Share of golden calls that cannot be left out.</param>
/// <param name="Cohesion">Share of golden calls after the first that share a value with an earlier call or its result.</param>
public sealed record PathFigures(double Grounding, double DataFlow, double Necessity, double Cohesion);
