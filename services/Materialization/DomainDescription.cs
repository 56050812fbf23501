using System.Text.Json.Serialization;
using AgentScaler.Materialization.Authoring;

namespace AgentScaler.Materialization;

/// <summary>What the inference understood of a domain, for people: the answer of <c>environment describe</c>.</summary>
public sealed record DomainDescription(IReadOnlyList<TableDescription> Tables, IReadOnlyList<ToolDescription> Tools)
{
    /// <summary>What came of asking a language model. Null if none was asked.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public AuthoringOutcome? Authoring { get; init; }

    public static DomainDescription Empty { get; } = new([], []);
}
