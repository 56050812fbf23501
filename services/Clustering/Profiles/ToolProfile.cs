using AgentScaler.Tools;

namespace AgentScaler.Clustering.Profiles;

/// <summary>What clustering needs of a tool; far smaller than its specification, whose schemas may be large.</summary>
/// <param name="Document">Provider and document that the tool was declared in: tools of one document share a service.</param>
/// <param name="Resources">Normal names of the things the tool deals with, outermost first: <c>/customers/{id}/orders</c> is customer, order.</param>
/// <param name="NameWords">Words of the tool's name.</param>
/// <param name="Parameters">Every parameter, nested ones included.</param>
/// <param name="Outputs">Every field of the result.</param>
public sealed record ToolProfile(
    string Id,
    string Name,
    string Provider,
    string Document,
    string Description,
    ToolEffect Effect,
    HttpOperation? Http,
    IReadOnlyList<string> Resources,
    IReadOnlyList<string> NameWords,
    IReadOnlyList<FieldProfile> Parameters,
    IReadOnlyList<FieldProfile> Outputs)
{
    /// <summary>Benchmarks that hold the tool or one too much like it; null where none does. The graph does not depend on it.</summary>
    public IReadOnlyList<BenchmarkMatch>? BenchmarkMatches { get; init; }
}
