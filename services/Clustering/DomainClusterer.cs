using AgentScaler.Clustering.Communities;
using AgentScaler.Clustering.Domains;
using AgentScaler.Clustering.Embeddings;
using AgentScaler.Clustering.Graphs;
using AgentScaler.Clustering.Profiles;
using AgentScaler.Clustering.Similarity;
using AgentScaler.Pipeline.Options;
using AgentScaler.Tools;

namespace AgentScaler.Clustering;

/// <summary>
/// Builds the similarity graph and the domains of a set of tools. The result depends on tools, options and seed only, and neither on the order of the
/// tools nor on the number of threads.
/// </summary>
public static class DomainClusterer
{
    /// <exception cref="ArgumentException">The options are out of range, or two tools have the same id.</exception>
    public static ClusteringResult Cluster(
        IReadOnlyList<ToolSpecification> tools, ClusteringOptions options, long seed,
        IProgress<ClusteringProgress>? progress, CancellationToken cancellationToken)
    {
        var profiles = new ToolProfile[tools.Count];
        var pool = new StringPool();
        Parallel.For(0, tools.Count, new ParallelOptions { MaxDegreeOfParallelism = options.EffectiveThreads, CancellationToken = cancellationToken },
            i => profiles[i] = ToolProfiler.Profile(tools[i], pool));
        progress?.Report(new ClusteringProgress("profile", tools.Count, tools.Count));
        return Cluster(profiles, options, seed, progress, cancellationToken);
    }

    /// <summary>Clusters tools by their profiles, when their specifications are no longer in memory.</summary>
    public static ClusteringResult Cluster(
        IReadOnlyList<ToolProfile> profiles, ClusteringOptions options, long seed,
        IProgress<ClusteringProgress>? progress, CancellationToken cancellationToken)
    {
        options.Validate();
        var tools = Sorted(profiles);
        return Cluster(tools, BuiltInSpace(tools, options, progress, cancellationToken), options, seed, progress, cancellationToken);
    }

    internal static ISimilaritySpace BuiltInSpace(
        ToolProfile[] tools, ClusteringOptions options, IProgress<ClusteringProgress>? progress, CancellationToken cancellationToken)
    {
        var vectors = BuiltInEmbedding.Embed(tools, options.EffectiveThreads, cancellationToken);
        progress?.Report(new ClusteringProgress("embed", tools.Length, tools.Length));
        return new SparseSpace(vectors, options);
    }

    internal static ClusteringResult Cluster(
        ToolProfile[] tools, ISimilaritySpace space, ClusteringOptions options, long seed,
        IProgress<ClusteringProgress>? progress, CancellationToken cancellationToken)
    {
        var pairs = space.Join(done => progress?.Report(new ClusteringProgress("join", done, tools.Length)), cancellationToken);
        var graph = WeightedGraph.Of(tools.Length, pairs);
        var keys = Array.ConvertAll(tools, tool => FeatureKey.Of('n', tool.Id));
        var choice = Choose(graph, keys, options, (ulong)seed, progress, cancellationToken);
        var (parts, attachments) = options.OneDomain is null
            ? new DomainShaper(graph, keys, Array.ConvertAll(tools, tool => tool.Document), space, options, choice.Lambda, (ulong)seed)
                .Shape(choice.Communities, cancellationToken)
            : (new int[tools.Length], []);
        progress?.Report(new ClusteringProgress("shape", tools.Length, tools.Length));
        var domains = DomainAssembly.Assemble(tools, parts, options, progress, cancellationToken);
        return new ClusteringResult(GraphAssembly.Assemble(tools, pairs, attachments, parts, domains, choice.Resolution, options), domains);
    }

    private static ResolutionChoice Choose(
        WeightedGraph graph, ulong[] keys, ClusteringOptions options, ulong seed, IProgress<ClusteringProgress>? progress, CancellationToken cancellationToken)
    {
        if (options.Resolution is null && options.OneDomain is null)
        {
            return new ResolutionSearch(graph, keys, options, seed)
                .Choose((done, all) => progress?.Report(new ClusteringProgress("resolution", done, all)), cancellationToken);
        }

        var resolution = options.Resolution ?? 1;
        var lambda = CommunityDetection.LambdaOf(graph, resolution);
        var communities = options.OneDomain is null
            ? CommunityDetection.DetectAt(graph, options.Algorithm, lambda, keys, seed, cancellationToken)
            : new int[graph.NodeCount];
        return new ResolutionChoice(resolution, lambda, communities);
    }

    internal static ToolProfile[] Sorted(IReadOnlyList<ToolProfile> profiles)
    {
        var tools = profiles.ToArray();
        Array.Sort(tools, static (a, b) => string.CompareOrdinal(a.Id, b.Id));
        for (var i = 1; i < tools.Length; i++)
        {
            if (tools[i].Id == tools[i - 1].Id)
            {
                throw new ArgumentException($"Two tools have the id {tools[i].Id}: {tools[i - 1].Name} and {tools[i].Name}.", nameof(profiles));
            }
        }

        return tools;
    }
}
