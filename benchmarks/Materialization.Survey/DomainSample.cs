using System.Text.Json;
using AgentScaler.Materialization.SchemaInference;
using AgentScaler.Tools;

namespace AgentScaler.Materialization.Survey;

/// <summary>Stand-in domains of a tool file: tools of one provider and path prefix, at most forty a domain.</summary>
internal static class DomainSample
{
    private const int Largest = 40;

    public static IReadOnlyList<(ToolDomain Domain, IReadOnlyList<ToolSpecification> Tools)> Read(string file, int domains, int seed)
    {
        var groups = File.ReadLines(file)
            .Where(l => l.Length > 0)
            .Select(l => JsonSerializer.Deserialize<ToolSpecification>(l, ContractJson.Options)!)
            .GroupBy(Group, StringComparer.Ordinal)
            .SelectMany(g => g.OrderBy(t => t.Http?.Path ?? t.Name, StringComparer.Ordinal).Chunk(Largest).Select((chunk, i) => (Slug: $"{g.Key}-{i}", Tools: chunk)))
            .ToList();
        return [.. groups
            .OrderBy(g => ContentId.Of("pick", g.Slug, seed.ToString(System.Globalization.CultureInfo.InvariantCulture)), StringComparer.Ordinal)
            .Take(domains)
            .Select(g => (new ToolDomain(ContentId.Of("domain", g.Slug), g.Slug, g.Slug, [.. g.Tools.Select(t => t.Id)], []), (IReadOnlyList<ToolSpecification>)g.Tools))];
    }

    private static string Group(ToolSpecification tool)
    {
        var path = tool.Http is { } http ? ResourcePath.Parse(http.Path) : null;
        return path is { Groups.Count: > 0 } ? $"{tool.Provider}/{path.Groups[0].Segment}" : tool.Provider;
    }
}
