using System.Runtime.CompilerServices;
using AgentScaler.Contracts;
using AgentScaler.Contracts.Messages;
using AgentScaler.Pipeline.Runs;
using AgentScaler.Storage;

namespace AgentScaler.Gateway.Orchestration.Stages;

/// <summary>Drives the stage cluster. It is one unit of work and marks itself complete when every domain is written.</summary>
internal sealed class ClusterDriver(StageQueries queries) : IStageDriver
{
    public PipelineStage Stage => PipelineStage.Cluster;

    public Task<StageProgress> ProgressAsync(RunDocument run, bool upstreamComplete, CancellationToken cancellationToken) =>
        queries.SelfCompletedAsync(run, Stage, Collections.Domains, FailureCause.Work, cancellationToken);

    public async IAsyncEnumerable<IWork> OutstandingAsync(RunDocument run, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (await queries.IsCompleteAsync(run.Id, PipelineStage.Collect, cancellationToken)
            && !await queries.IsCompleteAsync(run.Id, Stage, cancellationToken))
        {
            var tools = await queries.Store.CountAsync(Collections.Tools, run.Id, cancellationToken);
            yield return new ScenariosCollected(run.Id, (int)tools);
        }
    }

    public IAsyncEnumerable<IWork> CommandsAsync(RunDocument run, bool upstreamComplete, CancellationToken cancellationToken) =>
        AsyncEnumerable.Empty<IWork>();
}
