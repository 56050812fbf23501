using AgentScaler.Environments.JsonSchemas;
using AgentScaler.Tools;

namespace AgentScaler.Materialization.SchemaInference;

/// <summary>The members that each item's own path shows, by the path's static parts.</summary>
internal sealed class PathItems(IReadOnlyDictionary<string, HashSet<string>> shown)
{
    public static PathItems Of(IReadOnlyList<ToolSpecification> tools)
    {
        var items = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var tool in tools.Where(t => t.Http is { Path.Length: > 0 } http && http.Method.ToUpperInvariant() is "GET" or "PATCH" or "PUT")
            .OrderBy(t => t.Http!.Method, StringComparer.OrdinalIgnoreCase).ThenBy(t => t.Id, StringComparer.Ordinal))
        {
            var groups = ResourcePath.Parse(tool.Http!.Path).Groups;
            if (groups is [.., { Variables.Count: > 0 }] && ResultShape.Of(SchemaDocument.Read(tool.Returns)) is { Kind: ResultKind.Entity } result)
            {
                items.TryAdd(Place(tool.Provider, groups), Members(result));
            }
        }

        return new PathItems(items);
    }

    /// <summary>The members that the item at a place shows, or null.</summary>
    public HashSet<string>? At(string provider, IEnumerable<PathGroup> groups) => shown.GetValueOrDefault(Place(provider, groups));

    private static string Place(string provider, IEnumerable<PathGroup> groups) =>
        $"{provider}\n{string.Join('/', groups.Select(g => $"{g.Segment}*{g.Variables.Count}"))}";

    public static HashSet<string> Members(ResultShape result) => result.Payload.Properties.Select(p => p.Name).ToHashSet(StringComparer.Ordinal);
}
