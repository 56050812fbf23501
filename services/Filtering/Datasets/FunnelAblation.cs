namespace AgentScaler.Filtering.Datasets;

/// <summary>Numbers of trajectories that would be accepted without one stage of the funnel, computed from the verdicts.</summary>
/// <param name="WithoutValidity">Without stage 1.</param>
/// <param name="WithoutStateAlignment">Without stage 2.</param>
/// <param name="WithoutExactMatch">Without stage 3.</param>
public sealed record FunnelAblation(int WithoutValidity, int WithoutStateAlignment, int WithoutExactMatch);
