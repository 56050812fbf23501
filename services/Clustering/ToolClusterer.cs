using AgentScaler.Clustering.Dependencies;
using AgentScaler.Clustering.Embeddings;
using AgentScaler.Clustering.Endpoints;
using AgentScaler.Clustering.Profiles;
using AgentScaler.Clustering.Similarity;
using AgentScaler.LanguageModels;
using AgentScaler.Pipeline.Options;
using AgentScaler.Pipeline.Runs;
using AgentScaler.Storage;

namespace AgentScaler.Clustering;

/// <summary>
/// Clusters tools as the options say: with the built-in embedding or that of an endpoint, and with or without a model that examines dependencies.
/// </summary>
public sealed class ToolClusterer(IHttpClientFactory clients, IDocumentStore store, TimeProvider time)
{
    public async Task<ClusteringResult> ClusterAsync(
        IReadOnlyList<ToolProfile> profiles, ClusteringOptions options, RunDocument run, IProgress<ClusteringProgress>? progress,
            CancellationToken cancellationToken)
    {
        options.Validate();
        var ledger = new StoredLedger(store, run.Id);
        var tools = DomainClusterer.Sorted(profiles);
        var space = options.Embedding is { } endpoint
            ? await DenseSpaceAsync(tools, endpoint, options, ledger, progress, cancellationToken)
            : DomainClusterer.BuiltInSpace(tools, options, progress, cancellationToken);
        // The work is long and never waits, so it must not block the calling thread.
        var result = await Task.Run(() => DomainClusterer.Cluster(tools, space, options, run.Seed, progress, cancellationToken), cancellationToken);
        return options.Examination is { } model
            ? await new DependencyExamination(ModelEndpoints.Chat(clients, model, time), model, ledger)
                .ExamineAsync(result, tools, cancellationToken)
            : result;
    }

    private async Task<ISimilaritySpace> DenseSpaceAsync(
        IReadOnlyList<ToolProfile> tools, EmbeddingEndpoint endpoint, ClusteringOptions options, ICompletionLedger ledger,
        IProgress<ClusteringProgress>? progress, CancellationToken cancellationToken)
    {
        var vectors = await ModelEndpoints.Embeddings(clients, endpoint, time).EmbedAsync(
            [.. tools.Select(EmbeddingText.Of)], ledger,
            done => progress?.Report(new ClusteringProgress("embed", done, tools.Count)), cancellationToken);
        return new DenseSpace(vectors, [.. tools.Select(tool => tool.Document)], options);
    }
}
