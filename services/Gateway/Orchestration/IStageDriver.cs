using AgentScaler.Contracts;
using AgentScaler.Pipeline.Runs;

namespace AgentScaler.Gateway.Orchestration;

/// <summary>Tells the coordinator about one stage. All of it is derived from documents.</summary>
public interface IStageDriver
{
    PipelineStage Stage { get; }

    /// <summary>Counts how far the stage is.</summary>
    /// <param name="upstreamComplete">Whether every earlier stage has ended, so that the expected total is final.</param>
    Task<StageProgress> ProgressAsync(RunDocument run, bool upstreamComplete, CancellationToken cancellationToken);

    /// <summary>
    /// Lists the messages of work that is ready and has no result. They are published when a run starts or continues after an interruption, and again
    /// when nothing has moved for long.
    /// </summary>
    IAsyncEnumerable<IWork> OutstandingAsync(RunDocument run, CancellationToken cancellationToken);

    /// <summary>Lists the commands that only the coordinator gives and that are due now. Each is published once while it stays due.</summary>
    IAsyncEnumerable<IWork> CommandsAsync(RunDocument run, bool upstreamComplete, CancellationToken cancellationToken);
}
