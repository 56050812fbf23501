using System.Text.Json;

namespace AgentScaler.Hosting.Runs;

/// <summary>One stage of a run. The document's id is the stage's name.</summary>
/// <param name="Fingerprint">
/// Hash of the stage's options, the seed, what stands in the sources and the fingerprints of the stages before it: where
/// it is the same, nothing is done again; where it differs, this stage and the later ones are redone.
/// </param>
/// <param name="Status"><see cref="RunStatus.Running"/> or <see cref="RunStatus.Completed"/>.</param>
public sealed record StageDocument(PipelineStage Stage, string Fingerprint, string Status)
{
    /// <summary>The stage's section of <c>report.json</c>, where the stage itself writes it (collect and cluster).</summary>
    public JsonElement? Figures { get; init; }

    /// <summary>Seconds from the first unit of work to the last, over all interruptions.</summary>
    public double Seconds { get; init; }

    /// <summary>
    /// Of a stage whose units are episodes or their verdicts, else null: where only more of them are wanted, those that are there are kept.
    /// </summary>
    public StageUnits? Units { get; init; }

    /// <summary>The run's trace when the stage was begun: that of its tools, domains, tasks and checkpoints; null where nobody listened.</summary>
    public string? TraceId { get; init; }
}
