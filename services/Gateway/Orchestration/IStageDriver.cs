using AgentScaler.Hosting.Runs;

namespace AgentScaler.Gateway.Orchestration;

/// <summary>What the coordinator must know of one stage. Everything is told from documents.</summary>
public interface IStageDriver
{
    PipelineStage Stage { get; }

    /// <summary>How far the stage is.</summary>
    /// <param name="upstreamComplete">Whether every stage before it has ended, so that its expected total is final.</param>
    Task<StageProgress> ProgressAsync(RunDocument run, bool upstreamComplete, CancellationToken cancellationToken);

    /// <summary>
    /// Messages of the work that is ready and has no result: published when a run starts or goes on after an
    /// interruption, and again when nothing has moved for long.
    /// </summary>
    IAsyncEnumerable<object> OutstandingAsync(RunDocument run, CancellationToken cancellationToken);

    /// <summary>
    /// Commands that only the coordinator gives, ready now; each is published once while it stays outstanding.
    /// </summary>
    IAsyncEnumerable<object> CommandsAsync(RunDocument run, bool upstreamComplete, CancellationToken cancellationToken);
}
