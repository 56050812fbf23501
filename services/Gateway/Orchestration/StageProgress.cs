using AgentScaler.Pipeline.Runs;

namespace AgentScaler.Gateway.Orchestration;

/// <summary>How far a stage is, counted from documents.</summary>
/// <param name="Done">Units of work with a result.</param>
/// <param name="Expected">Units of work in all, as far as they are known by now; null where nobody can tell.</param>
/// <param name="Dead">Units that died; they count as ended.</param>
/// <param name="IsComplete">Whether the stage has ended.</param>
public sealed record StageProgress(PipelineStage Stage, long Done, long? Expected, long Dead, bool IsComplete)
{
    /// <summary>Units of work that nobody has to see to any more.</summary>
    public long Settled => Done + Dead;

    /// <summary>Why the stage cannot be completed; the run then fails.</summary>
    public string? Failure { get; init; }

    /// <summary>Of a stage with a failure: a word of <see cref="FailureCause"/>.</summary>
    public string? Cause { get; init; }

    /// <summary>What the stage is at, in words; null where its counts say all.</summary>
    public string? Current { get; init; }

    /// <summary>The same, of a stage that cannot be completed, if there is a reason.</summary>
    public StageProgress With(StageFailure? failure) => failure is null ? this : this with { Failure = failure.Reason, Cause = failure.Cause };
}
