using AgentScaler.Contracts.Messages;
using AgentScaler.Hosting.Runs;
using AgentScaler.Storage;

namespace AgentScaler.Gateway.Orchestration.Stages;

/// <summary>Collect is one unit of work; it completes itself when every source is read.</summary>
internal sealed class CollectDriver(StageQueries queries) : IStageDriver
{
    public PipelineStage Stage => PipelineStage.Collect;

    public Task<StageProgress> ProgressAsync(RunDocument run, bool upstreamComplete, CancellationToken cancellationToken) =>
        queries.SelfCompletedAsync(run, Stage, Collections.Tools, cancellationToken);

    public async IAsyncEnumerable<object> OutstandingAsync(
        RunDocument run, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (!await queries.IsCompleteAsync(run.Id, Stage, cancellationToken))
        {
            yield return new PipelineRequested(run.Id);
        }
    }

    public IAsyncEnumerable<object> CommandsAsync(RunDocument run, bool upstreamComplete, CancellationToken cancellationToken) =>
        AsyncEnumerable.Empty<object>();
}
