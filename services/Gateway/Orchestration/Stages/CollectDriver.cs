using AgentScaler.Contracts;
using AgentScaler.Contracts.Messages;
using AgentScaler.Pipeline.Runs;
using AgentScaler.Storage;

namespace AgentScaler.Gateway.Orchestration.Stages;

/// <summary>Drives the stage collect. It is one unit of work and marks itself complete when every source is read.</summary>
internal sealed class CollectDriver(StageQueries queries) : IStageDriver
{
    public PipelineStage Stage => PipelineStage.Collect;

    public async Task<StageProgress> ProgressAsync(RunDocument run, bool upstreamComplete, CancellationToken cancellationToken)
    {
        var progress = await queries.SelfCompletedAsync(run, Stage, Collections.Tools, FailureCause.Input, cancellationToken);
        return progress is { IsComplete: true, Done: 0 }
            ? progress.With(new StageFailure("no source holds a tool that can be used; rejected-tools.jsonl says why", FailureCause.Input))
            : progress;
    }

    public async IAsyncEnumerable<IWork> OutstandingAsync(
        RunDocument run, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (!await queries.IsCompleteAsync(run.Id, Stage, cancellationToken))
        {
            yield return new PipelineRequested(run.Id);
        }
    }

    public IAsyncEnumerable<IWork> CommandsAsync(RunDocument run, bool upstreamComplete, CancellationToken cancellationToken) =>
        AsyncEnumerable.Empty<IWork>();
}
