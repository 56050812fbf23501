namespace AgentScaler.Proofs;

/// <summary>The proofs of one unit, as they are kept for the next run.</summary>
/// <param name="DifferentialRan">Whether both executions were compared.</param>
/// <param name="DifferentialReason">Why they were not.</param>
public sealed record UnitProof(IReadOnlyList<ToolChecks> Checks, bool DifferentialRan, string? DifferentialReason);
