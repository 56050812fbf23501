using System.Text.Json;
using System.Text.Json.Serialization;
using AgentScaler.Storage;

namespace AgentScaler.Pipeline.Documents;

/// <summary>The document of one domain in the collection <c>environments</c>, by the domain's id.</summary>
/// <param name="Status"><see cref="Materialized"/> or <see cref="Rejected"/>.</param>
/// <param name="Reason">Why it was rejected.</param>
/// <param name="Files">Artifacts of the workspace files of <c>environments/SLUG/</c>, by file name.</param>
/// <param name="Figures">The domain's figures for the report: numbers by the field's name. Sums and shares are computed over all domains.</param>
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

    /// <summary>The reason for a domain that the run did not select.</summary>
    public const string NotChosenReason = "Not chosen: the run names other domains.";

    [JsonIgnore]
    public bool NotChosen => Reason == NotChosenReason;

    /// <summary>Returns a figure of the authoring by a language model, or 0 if no model was asked.</summary>
    public int Authoring(string figure) =>
        Figures is { ValueKind: JsonValueKind.Object } figures
            && figures.TryGetProperty("authoring", out var authoring)
            && authoring.TryGetProperty(figure, out var count) ? count.GetInt32() : 0;

    /// <summary>Why the language model gave no answer. Null if it gave one, or if no model was asked.</summary>
    public string? AuthoringFailure() =>
        Figures is { ValueKind: JsonValueKind.Object } figures
            && figures.TryGetProperty("authoring", out var authoring)
            && authoring.TryGetProperty("reason", out var reason) ? reason.GetString() : null;

    [JsonIgnore]
    public bool AuthoringFailed => AuthoringFailure() is not null;

    /// <summary>Tools that are not offered because they cannot be executed, each with the reason.</summary>
    public IEnumerable<(string Tool, string Reason)> NotExecutable() => Reasons("not_executable");

    /// <summary>Offered tools that no call of the checks could execute, each with the reason.</summary>
    public IEnumerable<(string Tool, string Reason)> NeverExecuted() => Reasons("never_executed");

    /// <summary>Names of writing tools that change nothing in any call.</summary>
    public IEnumerable<string> IdleWrites() =>
        Figures is { ValueKind: JsonValueKind.Object } figures && figures.TryGetProperty("idle_writes", out var tools) && tools.ValueKind == JsonValueKind.Array
            ? tools.EnumerateArray().Select(tool => tool.GetString() ?? "")
            : [];

    private IEnumerable<(string Tool, string Reason)> Reasons(string figure) =>
        Figures is { ValueKind: JsonValueKind.Object } figures && figures.TryGetProperty(figure, out var tools) && tools.ValueKind == JsonValueKind.Object
            ? tools.EnumerateObject().Select(tool => (tool.Name, tool.Value.GetString() ?? ""))
            : [];
}
