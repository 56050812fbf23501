using AgentScaler.Storage;

namespace AgentScaler.Pipeline.Documents;

/// <summary>A job in the collection <c>training_jobs</c>, indexed by status.</summary>
/// <param name="Id">The job id of <c>TrainingRequested</c>.</param>
/// <param name="Status">One of <see cref="TrainingStatus"/>.</param>
/// <param name="Reason">Why it failed; null if it did not.</param>
/// <param name="Checkpoint">Name of the final checkpoint; null before the end.</param>
public sealed record TrainingJobDocument(string Id, int Stage, string Status, string? Reason, string? Checkpoint)
{
    public int Step { get; init; }

    public int Steps { get; init; }

    public double? Loss { get; init; }

    /// <summary>Artifacts of the newest resume point, by path, from which another worker can continue; null before the first point.</summary>
    public IReadOnlyDictionary<string, ArtifactReference>? Resume { get; init; }

    public string? TraceParent { get; init; }
}
