using AgentScaler.Environments.JsonSchemas;
using AgentScaler.Language;
using AgentScaler.Tools;

namespace AgentScaler.Materialization.SchemaInference;

/// <summary>The members that things show: by the static parts of an item's own path, by the last segment of a collection's, and what is read at all.</summary>
internal sealed class PathItems
{
    private readonly Dictionary<string, HashSet<string>> _items = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _collections = new(StringComparer.Ordinal);
    private readonly HashSet<string> _read = new(StringComparer.Ordinal);

    public static PathItems Of(IReadOnlyList<ToolSpecification> tools)
    {
        var items = new PathItems();
        foreach (var tool in tools.Where(t => t.Http is { Path.Length: > 0 } http && http.Method.ToUpperInvariant() is "GET" or "PATCH" or "PUT")
            .OrderBy(t => t.Http!.Method, StringComparer.OrdinalIgnoreCase).ThenBy(t => t.Id, StringComparer.Ordinal))
        {
            items.Add(tool, ResourcePath.Parse(tool.Http!.Path).Groups, ResultShape.Of(SchemaDocument.Read(tool.Returns)));
        }

        return items;
    }

    /// <summary>The members that the item at a place shows, itself or in a list of its kind; null where nothing tells.</summary>
    public HashSet<string>? At(string provider, IReadOnlyList<PathGroup> groups) => groups.Count == 0 ? null
        : _items.GetValueOrDefault(Place(provider, groups)) ?? _collections.GetValueOrDefault($"{provider}\n{groups[^1].Segment}");

    /// <summary>Whether a tool reads what a result shows.</summary>
    public bool Reads(ResultShape result) => Form(result) is { } form && _read.Contains(form);

    public static HashSet<string> Members(ResultShape result) => result.Payload.Properties.Select(p => p.Name).ToHashSet(StringComparer.Ordinal);

    /// <summary>What tells things of one kind by their members: several names tell a kind, one or two may be those of anything.</summary>
    public static string? Form(ResultShape result) => result is { Kind: ResultKind.Entity or ResultKind.Collection, Payload.Kind: NodeKind.Object }
        && Members(result) is { Count: > 2 } members ? string.Join('\n', members.Order(StringComparer.Ordinal)) : null;

    private void Add(ToolSpecification tool, IReadOnlyList<PathGroup> groups, ResultShape result)
    {
        var reads = string.Equals(tool.Http!.Method, "GET", StringComparison.OrdinalIgnoreCase);
        if (groups is [.., { Variables.Count: > 0 }] && result.Kind == ResultKind.Entity)
        {
            _items.TryAdd(Place(tool.Provider, groups), Members(result));
        }

        if (reads && groups is [.., { Variables.Count: 0 } last] && result.Kind == ResultKind.Collection && Form(result) is not null)
        {
            _collections.TryAdd($"{tool.Provider}\n{last.Segment}", Members(result));
        }

        if (reads && Form(result) is { } form)
        {
            _read.Add(form);
        }
    }

    private static string Place(string provider, IEnumerable<PathGroup> groups) =>
        $"{provider}\n{string.Join('/', groups.Select(g => $"{g.Segment}*{g.Variables.Count}"))}";
}
