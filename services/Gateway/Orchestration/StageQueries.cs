using AgentScaler.Contracts;
using AgentScaler.Pipeline.Documents;
using AgentScaler.Pipeline.Runs;
using AgentScaler.Storage;

namespace AgentScaler.Gateway.Orchestration;

/// <summary>Queries that several stage drivers use.</summary>
internal sealed class StageQueries(IDocumentStore store, RunRepository runs)
{
    public IDocumentStore Store => store;

    public async Task<bool> IsCompleteAsync(string run, PipelineStage stage, CancellationToken cancellationToken) =>
        await runs.StageAsync(run, stage, cancellationToken) is { Status: RunStatus.Completed };

    public async Task<HashSet<string>> IdsAsync(CollectionDefinition collection, string run, CancellationToken cancellationToken) =>
        [.. await store.IdsAsync(collection, run, cancellationToken)];

    public async Task<DeadUnits> DeadAsync(string run, PipelineStage stage, CancellationToken cancellationToken)
    {
        var units = new List<DeadWorkDocument>();
        await foreach (var unit in store.WhereAsync<DeadWorkDocument>(Collections.DeadWork, run, "stage", stage.Name(), cancellationToken))
        {
            units.Add(unit);
        }

        return new DeadUnits(units);
    }

    /// <summary>Returns the progress of a stage with one unit that marks itself as complete.</summary>
    /// <param name="otherwise">The cause of a failure if the exception shows none.</param>
    public async Task<StageProgress> SelfCompletedAsync(RunDocument run, PipelineStage stage, CollectionDefinition results, string otherwise,
        CancellationToken cancellationToken)
    {
        var complete = await IsCompleteAsync(run.Id, stage, cancellationToken);
        var done = await store.CountAsync(results, run.Id, cancellationToken);
        var dead = await DeadAsync(run.Id, stage, cancellationToken);
        return new StageProgress(stage, done, complete ? done : null, dead.Count, complete).With(
            dead.Count > 0 ? new StageFailure(dead.Units[0].Reason, dead.Units[0].Cause ?? otherwise) : null);
    }

    /// <summary>Returns the progress of a stage with many units. The stage ends when every unit has a result or is dead.</summary>
    /// <param name="outstanding">The units without a result. They are read only if some units are dead.</param>
    public async Task<StageProgress> CountedAsync(
        RunDocument run,
        PipelineStage stage,
        long done,
        long expected,
        bool upstreamComplete,
        IAsyncEnumerable<IWork> outstanding,
        CancellationToken cancellationToken)
    {
        var dead = await DeadAmongAsync(run.Id, stage, outstanding, cancellationToken);
        return new StageProgress(stage, done, expected, dead, upstreamComplete && done + dead >= expected);
    }

    /// <summary>
    /// Counts the dead units that have no result. A unit that was given up and then done by a second delivery is not counted, because the stage would
    /// otherwise end while another unit is missing.
    /// </summary>
    public async Task<long> DeadAmongAsync(string run, PipelineStage stage, IAsyncEnumerable<IWork> outstanding, CancellationToken cancellationToken)
    {
        var counts = await store.CountByAsync(Collections.DeadWork, run, "stage", cancellationToken);
        if (counts.GetValueOrDefault(stage.Name()) == 0)
        {
            return 0;
        }

        var dead = await IdsAsync(Collections.DeadWork, run, cancellationToken);
        long count = 0;
        await foreach (var message in outstanding.WithCancellation(cancellationToken))
        {
            count += dead.Contains(DeadWork.IdOf(message)) ? 1 : 0;
        }

        return count;
    }
}
