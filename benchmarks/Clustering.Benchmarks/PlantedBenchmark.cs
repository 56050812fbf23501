using System.Diagnostics;
using System.Globalization;
using AgentScaler.Clustering.Communities;
using AgentScaler.Pipeline.Options;

namespace AgentScaler.Clustering.Benchmarks;

/// <summary>Quality and speed of community detection on the planted graph, beside networkx and igraph on the same edges in the same run. Processor time is
/// shown too: it says more than the clock on a machine that does other work.</summary>
internal static class PlantedBenchmark
{
    private const int Repetitions = 7;

    public static void Run(string python)
    {
        var planted = PlantedGraph.Create();
        var graph = planted.Graph;
        Console.WriteLine($"{graph.NodeCount} nodes, {graph.EdgeCount} edges, {planted.Communities.Distinct().Count()} communities");
        foreach (var algorithm in Enum.GetValues<ClusteringAlgorithm>())
        {
            foreach (var resolution in (double[])[1, 30])
            {
                Report($"{algorithm} resolution {resolution}", planted, graph, resolution,
                    () => CommunityDetection.Detect(graph, algorithm, resolution, seed: 0, CancellationToken.None));
            }

            var search = new ResolutionSearch(graph, NodeOrder.Numbered(graph.NodeCount), new ClusteringOptions { Algorithm = algorithm }, seed: 0);
            var chosen = search.Choose(null, CancellationToken.None);
            Report($"{algorithm} chosen resolution {chosen.Resolution:0.0}", planted, graph, chosen.Resolution,
                () => search.Choose(null, CancellationToken.None).Communities);
        }

        RunReference(python, planted);
    }

    private static void Report(string name, PlantedGraph planted, WeightedGraph graph, double resolution, Func<int[]> detect)
    {
        var times = new double[Repetitions];
        var processor = new double[Repetitions];
        int[] communities = [];
        for (var i = 0; i < Repetitions; i++)
        {
            var before = Process.GetCurrentProcess().TotalProcessorTime;
            var watch = Stopwatch.StartNew();
            communities = detect();
            times[i] = watch.Elapsed.TotalSeconds;
            processor[i] = (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds;
        }

        var first = times[0];
        Array.Sort(times);
        Array.Sort(processor);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{name,-36} first {first:0.000} s  median {times[Repetitions / 2]:0.000} s  processor {processor[Repetitions / 2]:0.000} s  communities {communities.Max() + 1,6}  NMI {PartitionComparison.NormalizedMutualInformation(planted.Communities, communities):0.0000}  modularity {Modularity.Of(graph, communities, resolution):0.000000}  disconnected {Connectivity.CountDisconnected(graph, communities)}"));
    }

    private static void RunReference(string python, PlantedGraph planted)
    {
        var path = Path.GetTempFileName();
        File.WriteAllLines(path, planted.Pairs.Select(pair => $"{pair.First} {pair.Second}").Prepend(string.Join(' ', planted.Communities)));
        using var process = Process.Start(new ProcessStartInfo(python, [Path.Combine(AppContext.BaseDirectory, "reference.py"), "planted", path]));
        process!.WaitForExit();
        File.Delete(path);
    }
}
