using System.Globalization;
using AgentScaler.Clustering.Profiles;
using AgentScaler.Pipeline.Options;

namespace AgentScaler.Clustering.Benchmarks;

/// <summary>How many domains keep their id when a source is added: everything but some documents first, then everything.</summary>
internal static class StabilityBenchmark
{
    public static void Run(IReadOnlyList<string> files)
    {
        var all = ToolFiles.Read(files);
        var after = Ids(all);
        var documents = all.GroupBy(tool => tool.Document, StringComparer.Ordinal).OrderBy(group => group.Count())
            .ThenBy(group => group.Key, StringComparer.Ordinal).ToArray();
        foreach (var share in (double[])[0.5, 0.9, 0.99, 0.999])
        {
            var added = documents[(int)(share * (documents.Length - 1))].Key;
            Report(added.Replace("\n", " in ", StringComparison.Ordinal), all, tool => tool.Document == added, after);
        }

        foreach (var format in (string[])["mcp_tools_list", "openapi3_yaml"])
        {
            Report($"pack {format}", all, tool => tool.Document.Contains(format, StringComparison.Ordinal), after);
        }
    }

    private static void Report(string name, List<ToolProfile> all, Func<ToolProfile, bool> isAdded, HashSet<string> after)
    {
        var before = Ids([.. all.Where(tool => !isAdded(tool))]);
        var kept = before.Count(after.Contains);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"added {all.Count(isAdded),6} tools ({name}): {kept} of {before.Count} domains keep their id, {100.0 * kept / before.Count:0.0} %"));
    }

    private static HashSet<string> Ids(IReadOnlyList<ToolProfile> tools) =>
        [.. DomainClusterer.Cluster(tools, new ClusteringOptions(), 0, null, CancellationToken.None).Domains.Select(domain => domain.Id)];
}
