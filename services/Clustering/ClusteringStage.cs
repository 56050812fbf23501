using System.Text;
using AgentScaler.Clustering.Graphs;
using AgentScaler.Clustering.Profiles;
using AgentScaler.Hosting.Documents;
using AgentScaler.Hosting.Runs;
using AgentScaler.Storage;
using AgentScaler.Tools;

namespace AgentScaler.Clustering;

/// <summary>The cluster stage of one run against the store: tools are read as a stream, of each only its profile is kept.</summary>
public sealed class ClusteringStage(RunRepository runs, IDocumentStore store, IArtifactStore artifacts, ToolClusterer clusterer)
{
    private const int DomainsAtOnce = 200;

    /// <summary>Runs the stage unless it is complete; either way its domains then stand in the store.</summary>
    public async Task RunAsync(RunDocument run, CancellationToken cancellationToken)
    {
        var stage = await runs.StageAsync(run.Id, PipelineStage.Cluster, cancellationToken);
        if (stage is { Status: RunStatus.Completed })
        {
            return;
        }

        var options = run.OptionsOf<ClusteringOptions>(PipelineStage.Cluster, ContractJson.Options);
        options.Validate();
        var profiles = await ProfilesAsync(run.Id, cancellationToken);
        var result = await clusterer.ClusterAsync(profiles, options, run, progress: null, cancellationToken);
        await SaveAsync(run.Id, result, cancellationToken);
        await runs.CompleteAsync(run.Id, PipelineStage.Cluster, result.Graph.Figures, cancellationToken);
    }

    private async Task<List<ToolProfile>> ProfilesAsync(string run, CancellationToken cancellationToken)
    {
        var pool = new StringPool();
        var profiles = new List<ToolProfile>();
        await foreach (var tool in store.AllAsync<ToolSpecification>(Collections.Tools, run, cancellationToken))
        {
            profiles.Add(ToolProfiler.Profile(tool, pool));
        }

        return profiles;
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

    /// <summary>A graph of millions of edges does not fit one array; it goes through a file.</summary>
    private async Task<ArtifactReference> PutGraphAsync(ToolGraph graph, CancellationToken cancellationToken)
    {
        var path = Path.GetTempFileName();
        await using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose);
        graph.Write(file);
        file.Position = 0;
        return await artifacts.PutAsync(file, "application/json", cancellationToken);
    }
}
