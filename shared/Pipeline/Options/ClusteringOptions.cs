using System.Text.Json.Serialization;

namespace AgentScaler.Pipeline.Options;

/// <summary>Settings of the stage <c>cluster</c> (<c>run.options.cluster</c>). docs/graph.md gives the experiments behind the defaults.</summary>
public sealed record ClusteringOptions
{
    /// <summary>Two tools are linked if the cosine of their vectors exceeds this; from 0 to 1.</summary>
    [Flag("--threshold", "Least similarity of two tools that are linked.", "T")]
    public double Threshold { get; init; } = 0.5;

    /// <summary>Resolution of the modularity to maximize. Null chooses the resolution that puts most tools into domains of useful size.</summary>
    [Flag("--resolution", "Resolution of the modularity; higher gives smaller domains.", "G")]
    public double? Resolution { get; init; }

    [Flag("--algorithm", "How communities are found.", "louvain|leiden", Words = ["louvain", "leiden"])]
    public ClusteringAlgorithm Algorithm { get; init; } = ClusteringAlgorithm.Leiden;

    /// <summary>If set, all tools form one domain of this name.</summary>
    [Flag("--one-domain", "Make all tools one domain of this name.", "NAME")]
    public string? OneDomain { get; init; }

    /// <summary>Communities with fewer tools are orphans. They join their most similar neighbour.</summary>
    public int MinimumDomainSize { get; init; } = 4;

    /// <summary>Communities with more tools are split.</summary>
    public int MaximumDomainSize { get; init; } = 60;

    /// <summary>Least similarity at which an orphan joins a neighbour; at most <see cref="Threshold"/>.</summary>
    public double AttachmentThreshold { get; init; } = 0.3;

    /// <summary>Number of threads; 0 means every core. The result does not depend on it.</summary>
    public int Threads { get; init; }

    /// <summary>If set, vectors come from this endpoint and not from the built-in embedding.</summary>
    public EmbeddingEndpoint? Embedding { get; init; }

    /// <summary>If set, a language model examines the dependencies inside each domain.</summary>
    public ExaminationEndpoint? Examination { get; init; }

    /// <summary>Number of threads to use on this machine.</summary>
    [JsonIgnore]
    public int EffectiveThreads => Threads > 0 ? Threads : Environment.ProcessorCount;

    /// <exception cref="ArgumentException">A setting is out of range; the message names it and the range.</exception>
    public void Validate()
    {
        Require(Threshold is > 0 and < 1, $"cluster.threshold is {Threshold}; it must lie between 0 and 1, both excluded.");
        Require(Resolution is null or (> 0 and < 1e9), $"cluster.resolution is {Resolution}; it must be positive, or absent to be chosen.");
        Require(MinimumDomainSize >= 1, $"cluster.minimum_domain_size is {MinimumDomainSize}; it must be at least 1.");
        Require(MaximumDomainSize >= 2 * MinimumDomainSize,
            $"cluster.maximum_domain_size is {MaximumDomainSize}; it must be at least twice minimum_domain_size ({MinimumDomainSize}).");
        Require(AttachmentThreshold >= 0 && AttachmentThreshold <= Threshold,
            $"cluster.attachment_threshold is {AttachmentThreshold}; it must lie between 0 and the threshold ({Threshold}).");
        Require(Threads is >= 0 and <= 4096, $"cluster.threads is {Threads}; it must be 0 (every core) or a number of threads.");
        Require(OneDomain is null || OneDomain.Any(char.IsLetterOrDigit), "cluster.one_domain is a name without a letter or digit.");
        Embedding?.Validate();
        Examination?.Validate();
    }

    private static void Require(bool holds, string message)
    {
        if (!holds)
        {
            throw new ArgumentException(message);
        }
    }
}
