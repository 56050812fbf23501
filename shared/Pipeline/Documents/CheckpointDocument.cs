using System.Text.Json;
using AgentScaler.Storage;

namespace AgentScaler.Pipeline.Documents;

/// <summary>A finished checkpoint in the collection <c>checkpoints</c>. Its id is the name.</summary>
/// <param name="Name"><c>base</c>, <c>stage1</c> or <c>stage2-SLUG</c>: the folder below <c>checkpoints/</c>, and the name of the policy.</param>
/// <param name="Stage">The training stage, or 0 for the untrained model.</param>
/// <param name="Files">Artifacts of the folder's files, by their path in it.</param>
/// <param name="Figures">The stage's entry of <c>training.stages</c> in the report. Null for the untrained model.</param>
public sealed record CheckpointDocument(
    string Name,
    int Stage,
    IReadOnlyDictionary<string, ArtifactReference> Files,
    JsonElement? Figures)
{
    /// <summary>Loss by optimizer step, thinned to a few hundred points for the report's curve.</summary>
    public IReadOnlyList<LossPoint> Losses { get; init; } = [];
}
