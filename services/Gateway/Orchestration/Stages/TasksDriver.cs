using System.Runtime.CompilerServices;
using AgentScaler.Contracts;
using AgentScaler.Contracts.Messages;
using AgentScaler.Pipeline.Documents;
using AgentScaler.Pipeline.Runs;
using AgentScaler.Storage;

namespace AgentScaler.Gateway.Orchestration.Stages;

/// <summary>Drives the stage tasks. It has one unit per materialized domain: its task set.</summary>
internal sealed class TasksDriver(StageQueries queries) : IStageDriver
{
    public PipelineStage Stage => PipelineStage.Tasks;

    public async Task<StageProgress> ProgressAsync(RunDocument run, bool upstreamComplete, CancellationToken cancellationToken)
    {
        var environments = await queries.Store.CountByAsync(Collections.Environments, run.Id, "status", cancellationToken);
        var done = await queries.Store.CountAsync(Collections.TaskSets, run.Id, cancellationToken);
        var expected = environments.GetValueOrDefault("materialized");
        var progress = await queries.CountedAsync(run, Stage, done, expected, upstreamComplete, OutstandingAsync(run, cancellationToken), cancellationToken);
        return progress.IsComplete ? progress.With(await FailureAsync(run, progress, expected, cancellationToken)) : progress;
    }

    /// <summary>Returns a failure if there is no task at all, otherwise null.</summary>
    private async Task<StageFailure?> FailureAsync(RunDocument run, StageProgress progress, long domains, CancellationToken cancellationToken)
    {
        if (domains == 0 || await queries.Store.CountAsync(Collections.Tasks, run.Id, cancellationToken) > 0)
        {
            return null;
        }

        return progress.Done == 0
            ? (await queries.DeadAsync(run.Id, Stage, cancellationToken)).All($"the tasks of none of {domains} domains could be made")
            : new StageFailure($"the tools of {domains} domains allow no task", FailureCause.Rejected);
    }

    public async IAsyncEnumerable<IWork> OutstandingAsync(RunDocument run, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var done = await queries.IdsAsync(Collections.TaskSets, run.Id, cancellationToken);
        await foreach (var environment in queries.Store.WhereAsync<EnvironmentDocument>(
            Collections.Environments, run.Id, "status", EnvironmentDocument.Materialized, cancellationToken))
        {
            if (!done.Contains(environment.Domain))
            {
                yield return new DomainMaterialized(run.Id, environment.Domain, environment.EnvironmentId);
            }
        }
    }

    public IAsyncEnumerable<IWork> CommandsAsync(RunDocument run, bool upstreamComplete, CancellationToken cancellationToken) =>
        AsyncEnumerable.Empty<IWork>();
}
