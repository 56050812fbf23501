using AgentScaler.Hosting.Runs;
using AgentScaler.Storage;

namespace AgentScaler.Hosting.Documents;

/// <summary>
/// The content of <c>traces.jsonl</c>: every tool, domain, task and checkpoint with the run's trace at the time its stage
/// was begun, every trajectory with its own. Only the latter are stored one by one.
/// </summary>
public sealed class TraceCatalog(IDocumentStore store, RunRepository runs)
{
    private static readonly (PipelineStage Stage, CollectionDefinition Collection)[] OfStages =
    [
        (PipelineStage.Collect, Collections.Tools),
        (PipelineStage.Cluster, Collections.Domains),
        (PipelineStage.Tasks, Collections.Tasks),
        (PipelineStage.Train, Collections.Checkpoints),
    ];

    /// <summary>Every record of a run in ordinal order of object; none where nobody listened.</summary>
    public async Task<IReadOnlyList<TraceRecord>> OfAsync(string run, CancellationToken cancellationToken)
    {
        var records = new List<TraceRecord>();
        foreach (var (stage, collection) in OfStages)
        {
            if (await runs.StageAsync(run, stage, cancellationToken).ConfigureAwait(false) is { TraceId: { } trace })
            {
                records.AddRange((await store.IdsAsync(collection, run, cancellationToken).ConfigureAwait(false)).Select(id => new TraceRecord(id, trace)));
            }
        }

        await foreach (var record in store.AllAsync<TraceRecord>(Collections.Traces, run, cancellationToken).ConfigureAwait(false))
        {
            records.Add(record);
        }

        records.Sort((a, b) => string.CompareOrdinal(a.Object, b.Object));
        return records;
    }
}
