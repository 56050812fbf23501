using System.Globalization;
using System.Text.Json;
using AgentScaler.Tools;

namespace AgentScaler.Materialization.Survey;

/// <summary>Domains of a workspace that <c>collect</c> and <c>cluster</c> made.</summary>
internal static class WorkspaceSample
{
    /// <summary>So many domains in an order drawn by the seed, the formats taking turns, so that a small sample holds them all.</summary>
    public static IReadOnlyList<(ToolDomain Domain, IReadOnlyList<ToolSpecification> Tools)> Read(string workspace, int domains, int seed)
    {
        var tools = Lines<ToolSpecification>(workspace, "tools.jsonl").ToDictionary(t => t.Id, StringComparer.Ordinal);
        return [.. Lines<ToolDomain>(workspace, "domains.jsonl")
            .Select(d => (Domain: d, Tools: (IReadOnlyList<ToolSpecification>)[.. d.Tools.Select(t => tools[t])]))
            .GroupBy(d => d.Tools[0].Source.Format, StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .SelectMany(g => g.OrderBy(d => ContentId.Of("pick", d.Domain.Id, seed.ToString(CultureInfo.InvariantCulture)), StringComparer.Ordinal).Index())
            .OrderBy(d => d.Index)
            .Select(d => d.Item)
            .Take(domains)];
    }

    private static IEnumerable<T> Lines<T>(string workspace, string file) => File.ReadLines(Path.Combine(workspace, file))
        .Where(l => l.Length > 0)
        .Select(l => JsonSerializer.Deserialize<T>(l, ContractJson.Options)!);
}
