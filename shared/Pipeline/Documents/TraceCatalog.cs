using AgentScaler.Pipeline.Runs;
using AgentScaler.Storage;

namespace AgentScaler.Pipeline.Documents;

/// <summary>
/// Builds the content of <c>traces.jsonl</c>. A tool, domain, task or checkpoint has the trace that the run had when the object's stage began. A
/// trajectory has its own trace. Only these are stored one by one.
/// </summary>
public sealed class TraceCatalog(IDocumentStore store, RunRepository runs)
{
    /// <summary>Returns every record of a run in ordinal order of object. The list is empty if telemetry was off.</summary>
    public async Task<IReadOnlyList<TraceRecord>> OfAsync(string run, CancellationToken cancellationToken)
    {
        var records = new List<TraceRecord>();
        foreach (var stage in PipelineStages.All.Where(stage => stage.Traced is not null))
        {
            if (await runs.StageAsync(run, stage.Stage, cancellationToken) is { TraceId: { } trace })
            {
                records.AddRange((await store.IdsAsync(stage.Traced!, run, cancellationToken)).Select(id => new TraceRecord(id, trace)));
            }
        }

        await foreach (var record in store.AllAsync<TraceRecord>(Collections.Traces, run, cancellationToken))
        {
            records.Add(record);
        }

        records.Sort((a, b) => string.CompareOrdinal(a.Object, b.Object));
        return records;
    }
}
