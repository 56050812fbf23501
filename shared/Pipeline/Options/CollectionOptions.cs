namespace AgentScaler.Pipeline.Options;

/// <summary>Settings of the stage <c>collect</c>.</summary>
public sealed record CollectionOptions
{
    /// <summary>The number of documents that are read at once; 0 means one for each processor.</summary>
    public int Parallelism { get; init; }

    /// <summary>Bounds for hostile input.</summary>
    public SourceLimits Limits { get; init; } = new();

    /// <summary>Most bytes of a tool's parameter schema. The contract allows 64 KB.</summary>
    public int ParametersBytes { get; init; } = 60_000;

    /// <summary>Most bytes of a tool's return schema.</summary>
    public int ReturnsBytes { get; init; } = 24_000;

    /// <summary>Most characters of a tool's description. Function-calling models accept 1,024.</summary>
    public int DescriptionLength { get; init; } = 1000;

    /// <summary>Whether optional boilerplate parameters (see docs/collection.md) are kept instead of left out.</summary>
    [Flag("--keep-boilerplate", "Keep optional parameters that tell nothing about their tool.")]
    public bool KeepBoilerplate { get; init; }

    /// <summary>Benchmark tool lists and task files that training data must not contain.</summary>
    [Flag("--benchmark", "Tool lists or task files of a benchmark: tools that match them are reported.", "PATH")]
    [NamesFiles]
    public IReadOnlyList<string> Benchmarks { get; init; } = [];

    /// <summary>
    /// Whether tools that match a benchmark are left out, and domains of which at least half of the tools match. Otherwise both are only reported.
    /// </summary>
    [Flag("--exclude", "Leave out the tools that match a benchmark, and the domains of which at least half match.")]
    public bool Exclude { get; init; }

    /// <summary>The language model that rewrites poor descriptions; none if its endpoint is not set.</summary>
    public RewriteOptions Rewrite { get; init; } = new();
}
