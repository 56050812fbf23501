using System.Text;
using AgentScaler.Clustering.Contamination;
using AgentScaler.Clustering.Graphs;
using AgentScaler.Clustering.Profiles;
using AgentScaler.Pipeline.Documents;
using AgentScaler.Pipeline.Options;
using AgentScaler.Pipeline.Runs;
using AgentScaler.Storage;
using AgentScaler.Tools;

namespace AgentScaler.Clustering;

/// <summary>Runs the stage <c>cluster</c> of one run against the store. Tools are streamed, and only their profiles are kept.</summary>
public sealed class ClusteringStage(RunRepository runs, IDocumentStore store, IArtifactStore artifacts, ToolClusterer clusterer)
{
    private const int DomainsAtOnce = 200;

    /// <summary>Runs the stage unless it is complete. Its domains are in the store afterwards in either case.</summary>
    public async Task RunAsync(RunDocument run, CancellationToken cancellationToken)
    {
        var stage = await runs.StageAsync(run.Id, PipelineStage.Cluster, cancellationToken);
        if (stage is { Status: RunStatus.Completed })
        {
            return;
        }

        var options = run.OptionsOf<ClusteringOptions>();
        options.Validate();
        var (tools, excluded) = await ProfilesAsync(run.Id, cancellationToken);
        var result = await ClusterAsync(tools, excluded, options, run, cancellationToken);
        await SaveAsync(run.Id, result, cancellationToken);
        await runs.CompleteAsync(run.Id, PipelineStage.Cluster, result.Graph.Figures, cancellationToken);
    }

    /// <summary>
    /// If tools were excluded, clusters all tools first to find the domains that belong to the benchmark. The remaining tools, without these domains and
    /// without the excluded tools, are then clustered by themselves.
    /// </summary>
    private async Task<ClusteringResult> ClusterAsync(
        List<ToolProfile> tools, List<ToolProfile> excluded, ClusteringOptions options, RunDocument run, CancellationToken cancellationToken)
    {
        if (run.OptionsOf<CollectionOptions>().Benchmarks.Count == 0)
        {
            return await clusterer.ClusterAsync(tools, options, run, progress: null, cancellationToken);
        }

        ContaminationScreen? screen = null;
        if (excluded.Count > 0)
        {
            // A model's examination of dependencies changes no domain, so it is skipped for domains that may be left out.
            var all = await clusterer.ClusterAsync([.. tools, .. excluded], options with { Examination = null }, run, progress: null, cancellationToken);
            screen = ContaminationScreen.Of(all.Domains, tools);
            tools = screen.Remaining(tools);
        }

        var result = await clusterer.ClusterAsync(tools, options, run, progress: null, cancellationToken);
        var figures = result.Graph.Figures with
        {
            DomainsMatchingBenchmarks = screen?.DomainsMatching ?? result.Domains.Count(domain => domain.BenchmarkMatches is not null),
            DomainsLeftOut = screen is { LeftOut.Count: > 0 } ? screen.LeftOut : null,
        };
        return result with { Graph = result.Graph with { Figures = figures } };
    }

    /// <summary>Reads the profiles of the tools, and of those that were left out because a benchmark holds them.</summary>
    private async Task<(List<ToolProfile> Tools, List<ToolProfile> Excluded)> ProfilesAsync(string run, CancellationToken cancellationToken)
    {
        var pool = new StringPool();
        var profiles = new List<ToolProfile>();
        await foreach (var tool in store.AllAsync<ToolSpecification>(Collections.Tools, run, cancellationToken))
        {
            profiles.Add(ToolProfiler.Profile(tool, pool));
        }

        var excluded = new List<ToolProfile>();
        await foreach (var rejected in store.WhereAsync<RejectedTool>(Collections.RejectedTools, run, "reason", RejectedTool.InBenchmark, cancellationToken))
        {
            if (rejected.Tool is { } tool)
            {
                excluded.Add(ToolProfiler.Profile(tool, pool));
            }
        }

        return (profiles, excluded);
    }

    private async Task SaveAsync(string run, ClusteringResult result, CancellationToken cancellationToken)
    {
        var graph = await PutGraphAsync(result.Graph, cancellationToken);
        using var svg = new MemoryStream(Encoding.UTF8.GetBytes(GraphPicture.Draw(result.Graph, result.Domains)));
        var picture = await artifacts.PutAsync(svg, "image/svg+xml", cancellationToken);
        await store.PutIfAbsentAsync(
            Collections.Graphs, TypedDocuments.Of(run, GraphRecord.DocumentId, new GraphRecord(graph, picture)), cancellationToken);
        foreach (var batch in result.Domains.Chunk(DomainsAtOnce))
        {
            await store.PutManyIfAbsentAsync(
                Collections.Domains, [.. batch.Select(domain => TypedDocuments.Of(run, domain.Id, domain, ("slug", domain.Slug)))], cancellationToken);
        }
    }

    /// <summary>Stores the graph. A graph of millions of edges does not fit one array, so it goes through a file.</summary>
    private async Task<ArtifactReference> PutGraphAsync(ToolGraph graph, CancellationToken cancellationToken)
    {
        var path = Path.GetTempFileName();
        await using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose);
        graph.Write(file);
        file.Position = 0;
        return await artifacts.PutAsync(file, "application/json", cancellationToken);
    }
}
