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
    /// The name in the source, if <see cref="Name"/> differs from it by spelling, by length or by a suffix that makes it unique. The tool's behaviour is
    /// inferred from this name, because such changes carry no meaning.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? SourceName { get; init; }

    /// <summary>The evidence from which the effect was inferred.</summary>
    public string? EffectEvidence { get; init; }

    /// <summary>True if the description was derived because the source has none.</summary>
    public bool DescriptionDerived { get; init; }

    /// <summary>The language model that rewrote the description. Null if none did.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? DescriptionModel { get; init; }

    /// <summary>
    /// Parameters that do not distinguish this tool from its provider's other tools, such as paging, format switches and credentials. They are found by
    /// statistics. They are still in <see cref="Parameters"/>, but should count little when tools are compared.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Boilerplate { get; init; }

    /// <summary>Optional boilerplate of the source that was left out of <see cref="Parameters"/>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? OmittedParameters { get; init; }

    /// <summary>Benchmarks that contain this tool or a very similar one, with the evidence. Null if none was found.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<BenchmarkMatch>? BenchmarkMatches { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<ToolExample>? Examples { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<DeclaredError>? Errors { get; init; }
}
