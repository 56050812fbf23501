using AgentScaler.Gateway.Orchestration;
using AgentScaler.Pipeline.Runs;

namespace AgentScaler.Gateway.Runs;

/// <summary>What others see of a run.</summary>
/// <param name="Sources">Names of the sources; where they stand on the server is nobody's business.</param>
/// <param name="TraceId">The run's trace; null where nobody listened.</param>
/// <param name="Stages">How far each stage is; absent in lists.</param>
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
    /// <summary>Of a failed run: what kind of failure it is.</summary>
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
