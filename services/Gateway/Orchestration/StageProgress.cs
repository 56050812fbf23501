using AgentScaler.Pipeline.Runs;

namespace AgentScaler.Gateway.Orchestration;

/// <summary>The progress of a stage, counted from documents.</summary>
/// <param name="Done">Units of work with a result.</param>
/// <param name="Expected">Total number of units, as far as it is known now. Null if unknown.</param>
/// <param name="Dead">Units that died. They count as ended.</param>
/// <param name="IsComplete">Whether the stage has ended.</param>
public sealed record StageProgress(PipelineStage Stage, long Done, long? Expected, long Dead, bool IsComplete)
{
    /// <summary>Number of units that are done or dead.</summary>
    public long Settled => Done + Dead;

    /// <summary>Why the stage cannot be completed. The run then fails.</summary>
    public string? Failure { get; init; }

    /// <summary>A value of <see cref="FailureCause"/> if the stage failed.</summary>
    public string? Cause { get; init; }

    /// <summary>What the stage is doing, in words. Null if its counts show everything.</summary>
    public string? Current { get; init; }

    /// <summary>Returns this progress with a failure, if there is one.</summary>
    public StageProgress With(StageFailure? failure) => failure is null ? this : this with { Failure = failure.Reason, Cause = failure.Cause };
}
