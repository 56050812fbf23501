namespace AgentScaler.Proofs;

/// <summary>The proofs of one domain: <c>checks.json</c>.</summary>
/// <param name="DifferentialRan">False where no Python was found: nothing stops, but nothing is claimed.</param>
/// <param name="DifferentialReason">Why it did not run.</param>
public sealed record DomainChecks(IReadOnlyList<ToolChecks> Tools, bool DifferentialRan, string? DifferentialReason)
{
    /// <summary>The proofs by the fingerprint of what they depend on, to be given to the next run.</summary>
    public IReadOnlyDictionary<string, UnitProof> Units { get; init; } = new Dictionary<string, UnitProof>();

    /// <summary>Tools that were proved anew; the others kept the proofs of an earlier run.</summary>
    public IReadOnlyList<string> Proved { get; init; } = [];

    public static DomainChecks Empty { get; } = new([], false, null);
}
