using System.Text.Json;

namespace AgentScaler.Pipeline.Runs;

/// <summary>One stage of a run. The id of the document is the name of the stage.</summary>
/// <param name="Fingerprint">
/// Hash of the options, the seed, the content of the sources and the fingerprints of the stages before. Results are kept while it stays the same.
/// If it differs, this stage and all later ones are done again.
/// </param>
/// <param name="Status"><see cref="RunStatus.Running"/> or <see cref="RunStatus.Completed"/>.</param>
public sealed record StageDocument(PipelineStage Stage, string Fingerprint, string Status)
{
    /// <summary>The stage's section of <c>report.json</c>, if the stage reports it itself (collect, cluster, filter); else null.</summary>
    public JsonElement? Figures { get; init; }

    /// <summary>Seconds from the first unit of work to the last, over all interruptions; 0 until it is complete.</summary>
    public double Seconds { get; init; }

    /// <summary>
    /// What the episodes or verdicts of this stage were made for, so that a request for more attempts keeps the existing ones; null for other stages.
    /// </summary>
    public StageUnits? Units { get; init; }

    /// <summary>The run's trace when the stage began, which is the trace of its tools, domains, tasks and checkpoints; null if telemetry was off.</summary>
    public string? TraceId { get; init; }
}
