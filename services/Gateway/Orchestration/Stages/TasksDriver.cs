using System.Runtime.CompilerServices;
using AgentScaler.Contracts.Messages;
using AgentScaler.Hosting.Runs;
using AgentScaler.Storage;

namespace AgentScaler.Gateway.Orchestration.Stages;

/// <summary>One unit of work a materialized domain: its task set.</summary>
internal sealed class TasksDriver(StageQueries queries) : IStageDriver
{
    public PipelineStage Stage => PipelineStage.Tasks;

    public async Task<StageProgress> ProgressAsync(RunDocument run, bool upstreamComplete, CancellationToken cancellationToken)
    {
        var environments = await queries.Store.CountByAsync(Collections.Environments, run.Id, "status", cancellationToken);
        var done = await queries.Store.CountAsync(Collections.TaskSets, run.Id, cancellationToken);
        return await queries.CountedAsync(run, Stage, done, environments.GetValueOrDefault("materialized"), upstreamComplete, cancellationToken);
    }

    public async IAsyncEnumerable<object> OutstandingAsync(RunDocument run, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var done = await queries.IdsAsync(Collections.TaskSets, run.Id, cancellationToken);
        await foreach (var environment in queries.Store.QueryAsync(Collections.Environments, run.Id, "status", "materialized", cancellationToken))
        {
            if (!done.Contains(environment.Id))
            {
                yield return new DomainMaterialized(run.Id, environment.Id, environment.Id);
            }
        }
    }

    public IAsyncEnumerable<object> CommandsAsync(RunDocument run, bool upstreamComplete, CancellationToken cancellationToken) =>
        AsyncEnumerable.Empty<object>();
}
