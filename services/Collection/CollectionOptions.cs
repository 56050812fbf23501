using AgentScaler.Collection.Rewriting;
using AgentScaler.Collection.Sources;

namespace AgentScaler.Collection;

/// <summary>Settings of the stage <c>collect</c>.</summary>
public sealed record CollectionOptions
{
    /// <summary>Documents that are read at once; 0 means as many as there are processors.</summary>
    public int Parallelism { get; init; }

    /// <summary>Bounds for hostile input.</summary>
    public SourceLimits Limits { get; init; } = new();

    /// <summary>Bytes of a tool's parameter schema; the contract allows 64 KB.</summary>
    public int ParametersBytes { get; init; } = 60_000;

    /// <summary>Bytes of a tool's return schema.</summary>
    public int ReturnsBytes { get; init; } = 24_000;

    /// <summary>Characters of a tool's description; function-calling models accept 1,024.</summary>
    public int DescriptionLength { get; init; } = 1000;

    /// <summary>Keeps optional boilerplate parameters (see docs/collection.md) instead of leaving them out.</summary>
    public bool KeepBoilerplate { get; init; }

    /// <summary>Benchmark tool lists and task files that training data must not contain.</summary>
    public IReadOnlyList<string> Benchmarks { get; init; } = [];

    /// <summary>
    /// Leaves tools out that match a benchmark, and lets clustering leave out the domains of which at least half match;
    /// otherwise both are only reported.
    /// </summary>
    public bool Exclude { get; init; }

    /// <summary>The language model that rewrites poor descriptions; none where its endpoint is not set.</summary>
    public RewriteOptions Rewrite { get; init; } = new();
}
