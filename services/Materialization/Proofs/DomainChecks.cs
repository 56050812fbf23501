namespace AgentScaler.Materialization.Proofs;

/// <summary>The proofs of one domain: <c>checks.json</c>.</summary>
/// <param name="DifferentialRan">False where no Python was found: nothing stops, but nothing is claimed.</param>
/// <param name="DifferentialReason">Why it did not run.</param>
public sealed record DomainChecks(IReadOnlyList<ToolChecks> Tools, bool DifferentialRan, string? DifferentialReason)
{
    public static DomainChecks Empty { get; } = new([], false, null);
}
