using AgentScaler.Storage;

namespace AgentScaler.Hosting.Documents;

/// <summary>What <c>training_jobs</c> holds of one job, indexed by status.</summary>
/// <param name="Id">The job id of <c>TrainingRequested</c>.</param>
/// <param name="Status">One of <see cref="TrainingStatus"/>.</param>
/// <param name="Reason">Why it failed.</param>
/// <param name="Checkpoint">Name of the final checkpoint.</param>
public sealed record TrainingJobDocument(string Id, int Stage, string Status, string? Reason, string? Checkpoint)
{
    public int Step { get; init; }

    public int Steps { get; init; }

    public double? Loss { get; init; }

    /// <summary>Artifacts of the newest point to resume from, by path, so that another worker can go on; null before the first.</summary>
    public IReadOnlyDictionary<string, ArtifactReference>? Resume { get; init; }

    public string? TraceParent { get; init; }
}
