using AgentScaler.Gateway.Orchestration;
using AgentScaler.Pipeline.Runs;

namespace AgentScaler.Gateway.Runs;

/// <summary>The public view of a run.</summary>
/// <param name="Sources">Names of the sources. Their locations on the server are not shown.</param>
/// <param name="TraceId">The run's trace. Null if no trace was recorded.</param>
/// <param name="Stages">Progress of each stage. Absent in lists.</param>
public sealed record RunView(
    string Id,
    string Status,
    string? Reason,
    PipelineStage Until,
    long Seed,
    IReadOnlyList<string> Sources,
    DateTimeOffset? Requested,
    string? TraceId,
    IReadOnlyList<StageProgress>? Stages)
{
    /// <summary>The kind of failure, if the run failed.</summary>
    public string? Cause { get; init; }

    public bool HasEnded => Status != RunStatus.Running;

    public static RunView Of(RunDocument run, IReadOnlyList<StageProgress>? stages = null) => new(
        run.Id,
        run.Status,
        run.Reason,
        run.Until,
        run.Seed,
        [.. run.Sources.Select(source => Path.GetFileName(source.TrimEnd('/')))],
        run.Requested,
        run.TraceParent?.Split('-') is [_, var trace, ..] ? trace : null,
        stages)
    {
        Cause = run.Cause,
    };
}
