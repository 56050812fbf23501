using System.Text.Json;
using AgentScaler.Storage;

namespace AgentScaler.Hosting.Documents;

/// <summary>What <c>checkpoints</c> holds of one finished checkpoint; its id is the name.</summary>
/// <param name="Name"><c>base</c>, <c>stage1</c>, <c>stage2-SLUG</c>: the folder below <c>checkpoints/</c>, and how a policy is called.</param>
/// <param name="Stage">0 for the untrained model.</param>
/// <param name="Files">Artifacts of the folder's files, by path inside it.</param>
/// <param name="Figures">The stage's entry of <c>training.stages</c> in the report; null for the untrained model.</param>
public sealed record CheckpointDocument(
    string Name,
    int Stage,
    IReadOnlyDictionary<string, ArtifactReference> Files,
    JsonElement? Figures)
{
    /// <summary>Loss by optimizer step, thinned to a few hundred points, for the report's curve.</summary>
    public IReadOnlyList<LossPoint> Losses { get; init; } = [];
}
