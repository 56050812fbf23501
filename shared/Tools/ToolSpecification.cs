using System.Text.Json;
using System.Text.Json.Serialization;

namespace AgentScaler.Tools;

/// <summary>A clean tool: explicit inputs and outputs, and where they came from (contract, section 3).</summary>
/// <param name="Id">Hash of provider, address, method, path or name, parameters and returns.</param>
/// <param name="Name">Unique in the workspace, matches <c>^[A-Za-z_][A-Za-z0-9_]{0,63}$</c>.</param>
/// <param name="Parameters">JSON Schema object, self-contained, at most 64 KB.</param>
public sealed record ToolSpecification(
    string Id,
    string Name,
    string Provider,
    string Description,
    JsonElement Parameters,
    JsonElement Returns,
    ReturnsOrigin ReturnsOrigin,
    ToolEffect Effect,
    HttpOperation? Http,
    ToolSource Source)
{
    /// <summary>
    /// The name that the source gives, where <see cref="Name"/> is not that name: spelled, cut, or told apart by a suffix. What
    /// a tool does is read from the source's words; what was made to tell tools apart says nothing.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? SourceName { get; init; }

    /// <summary>What the effect was concluded from.</summary>
    public string? EffectEvidence { get; init; }

    /// <summary>True where the description was derived because the source has none.</summary>
    public bool DescriptionDerived { get; init; }

    /// <summary>The language model that rewrote the description; null where none did.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? DescriptionModel { get; init; }

    /// <summary>
    /// Parameters that tell nothing about this tool among its provider's, by statistics: paging, format switches,
    /// credentials. They stand in <see cref="Parameters"/> still and should weigh little where tools are compared.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Boilerplate { get; init; }

    /// <summary>Optional boilerplate of the source that was left out of <see cref="Parameters"/>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? OmittedParameters { get; init; }

    /// <summary>Benchmarks that hold this tool or one too much like it, with the evidence; null where none was found.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<BenchmarkMatch>? BenchmarkMatches { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<ToolExample>? Examples { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<DeclaredError>? Errors { get; init; }
}
