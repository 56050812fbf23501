using System.Diagnostics;
using System.Globalization;
using AgentScaler.Language.Values;
using AgentScaler.Pipeline.Options;

namespace AgentScaler.Clustering.Benchmarks;

/// <summary>Seconds a step, by the clock and of the processor, on 20,000, 40,000, 60,000 and 80,000 tools, taken by document so that domains stay
/// whole.</summary>
internal static class ScalingBenchmark
{
    public static void Run(IReadOnlyList<string> files)
    {
        var all = ToolFiles.Read(files);
        // Documents in an order that does not depend on their names; each sample is the first part of the next.
        var documents = all.GroupBy(tool => tool.Document, StringComparer.Ordinal)
            .OrderBy(group => SplitMix64.Mix((ulong)group.Key.Sum(c => c * 31L) + (ulong)group.Key.Length * 7919), Comparer<ulong>.Default)
            .SelectMany(group => group).ToList();
        DomainClusterer.Cluster(documents.Take(2_000).ToList(), new ClusteringOptions(), 0, null, CancellationToken.None);
        foreach (var count in (int[])[20_000, 40_000, 60_000, 80_000])
        {
            var tools = documents.Take(Math.Min(count, documents.Count)).ToList();
            var steps = new StepTimes();
            var watch = Stopwatch.StartNew();
            var result = DomainClusterer.Cluster(tools, new ClusteringOptions(), 0, steps, CancellationToken.None);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{tools.Count,6} tools  {watch.Elapsed.TotalSeconds,6:0.0} s  {steps}  edges {result.Graph.Figures.Edges}  domains {result.Graph.Figures.Domains}"));
            if (tools.Count == documents.Count)
            {
                return;
            }
        }
    }
}
