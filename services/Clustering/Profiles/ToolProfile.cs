using AgentScaler.Tools;

namespace AgentScaler.Clustering.Profiles;

/// <summary>The part of a tool that clustering needs. It is far smaller than the specification, whose schemas may be large.</summary>
/// <param name="Document">Provider and document that declare the tool. Tools of one document share a service.</param>
/// <param name="Resources">Normalized names of the things the tool deals with, outermost first: <c>/customers/{id}/orders</c> gives customer, order.</param>
/// <param name="NameWords">The words of the tool's name.</param>
/// <param name="Parameters">Every parameter, including nested ones.</param>
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
    /// <summary>The benchmarks that contain the tool or a similar one; null if there is none. The graph does not depend on it.</summary>
    public IReadOnlyList<BenchmarkMatch>? BenchmarkMatches { get; init; }
}
