namespace AgentScaler.Proofs;

/// <summary>The proofs of one domain: <c>checks.json</c>.</summary>
/// <param name="DifferentialRan">False if no Python was found. The proofs go on, but claim nothing of the second execution.</param>
/// <param name="DifferentialReason">The reason for which it did not run.</param>
public sealed record DomainChecks(IReadOnlyList<ToolChecks> Tools, bool DifferentialRan, string? DifferentialReason)
{
    /// <summary>The proofs by the fingerprint of their inputs. The next run takes them over.</summary>
    public IReadOnlyDictionary<string, UnitProof> Units { get; init; } = new Dictionary<string, UnitProof>();

    /// <summary>The tools that were proved anew. The other tools kept the proofs of an earlier run.</summary>
    public IReadOnlyList<string> Proved { get; init; } = [];

    public static DomainChecks Empty { get; } = new([], false, null);
}
