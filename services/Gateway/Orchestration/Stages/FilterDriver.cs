using System.Runtime.CompilerServices;
using AgentScaler.Contracts;
using AgentScaler.Contracts.Messages;
using AgentScaler.Pipeline.Runs;
using AgentScaler.Storage;

namespace AgentScaler.Gateway.Orchestration.Stages;

/// <summary>Drives the stage filter. It has one unit per trajectory: the verdict. The datasets are requested when all trajectories are judged.</summary>
internal sealed class FilterDriver(StageQueries queries) : IStageDriver
{
    public PipelineStage Stage => PipelineStage.Filter;

    public async Task<StageProgress> ProgressAsync(RunDocument run, bool upstreamComplete, CancellationToken cancellationToken)
    {
        var expected = await queries.Store.CountAsync(Collections.Trajectories, run.Id, cancellationToken);
        var done = await queries.Store.CountAsync(Collections.Verdicts, run.Id, cancellationToken);
        var complete = upstreamComplete && await queries.IsCompleteAsync(run.Id, Stage, cancellationToken);
        var dead = await queries.DeadAsync(run.Id, Stage, cancellationToken);
        var lost = dead.Count == 0 ? 0 : await queries.DeadAmongAsync(run.Id, Stage, OutstandingAsync(run, cancellationToken), cancellationToken);
        var failure = dead.FailureOf(nameof(DatasetRequested))
            ?? (upstreamComplete && !complete && lost > 0 && lost == expected ? dead.All($"none of {expected} trajectories could be judged") : null);
        return new StageProgress(Stage, done, expected, lost, complete).With(failure);
    }

    public async IAsyncEnumerable<IWork> OutstandingAsync(RunDocument run, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var done = await queries.IdsAsync(Collections.Verdicts, run.Id, cancellationToken);
        // Ordered by domain, like the episodes.
        foreach (var trajectory in await queries.Store.IdsByAsync(Collections.Trajectories, run.Id, "domain", cancellationToken))
        {
            if (!done.Contains(trajectory))
            {
                yield return new TrajectoryRecorded(run.Id, trajectory);
            }
        }
    }

    public async IAsyncEnumerable<IWork> CommandsAsync(
        RunDocument run, bool upstreamComplete, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (!upstreamComplete || await queries.IsCompleteAsync(run.Id, Stage, cancellationToken))
        {
            yield break;
        }

        var progress = await ProgressAsync(run, upstreamComplete, cancellationToken);
        if (progress.Done + progress.Dead >= progress.Expected)
        {
            yield return new DatasetRequested(run.Id);
        }
    }
}
