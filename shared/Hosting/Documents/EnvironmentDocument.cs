using System.Text.Json;
using AgentScaler.Storage;

namespace AgentScaler.Hosting.Documents;

/// <summary>What <c>environments</c> holds of one domain, by the domain's id.</summary>
/// <param name="Status"><see cref="Materialized"/> or <see cref="Rejected"/>.</param>
/// <param name="Reason">Why it was rejected.</param>
/// <param name="Files">Artifacts of the workspace files of <c>environments/SLUG/</c>, by file name.</param>
/// <param name="Figures">What the domain adds to the report: numbers by the field's name; sums and shares are made over domains.</param>
public sealed record EnvironmentDocument(
    string Domain,
    string Slug,
    string EnvironmentId,
    string Status,
    string? Reason,
    IReadOnlyDictionary<string, ArtifactReference> Files,
    JsonElement? Figures)
{
    public const string Materialized = "materialized";

    public const string Rejected = "rejected";
}
