using System.Text.Json;
using AgentScaler.Clustering.Profiles;
using AgentScaler.Tools;

namespace AgentScaler.Clustering.Benchmarks;

/// <summary>Reads tools.jsonl files; of each tool only its profile is kept.</summary>
internal static class ToolFiles
{
    /// <summary>Tools of all files in order of id; a tool that stands twice counts once.</summary>
    public static List<ToolProfile> Read(IEnumerable<string> paths, List<(string Id, string Text)>? descriptions = null)
    {
        var pool = new StringPool();
        var tools = new Dictionary<string, ToolProfile>(StringComparer.Ordinal);
        foreach (var line in paths.SelectMany(File.ReadLines))
        {
            var tool = JsonSerializer.Deserialize<ToolSpecification>(line, ContractJson.Options)!;
            if (tools.TryAdd(tool.Id, ToolProfiler.Profile(tool, pool)) && !tool.DescriptionDerived)
            {
                descriptions?.Add((tool.Id, tool.Description));
            }
        }

        return [.. tools.Values.OrderBy(tool => tool.Id, StringComparer.Ordinal)];
    }
}
