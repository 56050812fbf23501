using System.Text.Json.Serialization;
using AgentScaler.Proofs;

namespace AgentScaler.Materialization.Survey;

/// <summary>What the survey keeps of one domain: a line of its results file, from which a later run goes on.</summary>
internal sealed record DomainLine(string Id, string Slug, string Format, int Tools, int Tables, double Seconds, string? Rejection,
    IReadOnlyList<ToolChecks> Checks)
{
    /// <summary>What each tool does, by its name.</summary>
    public IReadOnlyDictionary<string, string> Does { get; init; } = new Dictionary<string, string>();

    /// <summary>The exception where the materializer threw one, which it never should.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Threw { get; init; }
}
