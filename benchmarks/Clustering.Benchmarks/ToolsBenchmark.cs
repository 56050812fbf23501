using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using AgentScaler.Clustering.Graphs;
using AgentScaler.Pipeline.Options;
using AgentScaler.Tools;

namespace AgentScaler.Clustering.Benchmarks;

/// <summary>Clusters real tools: time, memory, sizes of domains, coherence; writes the documents beside, to be looked at.</summary>
internal static class ToolsBenchmark
{
    public static void Run(IReadOnlyList<string> arguments)
    {
        var options = Options(arguments.Where(argument => argument.Contains('=', StringComparison.Ordinal)));
        var files = arguments.Where(argument => !argument.Contains('=', StringComparison.Ordinal));
        var watch = Stopwatch.StartNew();
        var descriptions = new List<(string, string)>();
        var tools = ToolFiles.Read(files, descriptions);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{tools.Count} tools read and profiled in {watch.Elapsed.TotalSeconds:0.0} s"));
        watch.Restart();
        var steps = new StepTimes();
        var result = DomainClusterer.Cluster(tools, options, 0, steps, CancellationToken.None);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"clustered in {watch.Elapsed.TotalSeconds:0.0} s, peak {Process.GetCurrentProcess().PeakWorkingSet64 / 1e9:0.00} GB"));
        Console.WriteLine($"seconds by the clock (of the processor): {steps}");
        Console.WriteLine(JsonSerializer.Serialize(result.Graph.Figures, ContractJson.Options));
        Sizes(result);
        var coherence = new Coherence(descriptions).Measure(result.Domains, tools.ToDictionary(tool => tool.Id, tool => tool.Provider, StringComparer.Ordinal));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"coherence: same domain {coherence.Inside:0.0000}, same provider in other domains {coherence.SameProvider:0.0000}, random {coherence.Random:0.0000}, ratio {coherence.Inside / coherence.Random:0.0}"));
        Write(result, "clustering-benchmark");
    }

    private static ClusteringOptions Options(IEnumerable<string> settings)
    {
        var values = settings.Select(setting => setting.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]);
        var json = "{" + string.Join(',',
            values.Select(one => $"\"{one.Key}\":{(double.TryParse(one.Value, CultureInfo.InvariantCulture, out _) ? one.Value : $"\"{one.Value}\"")}")) + "}";
        return JsonSerializer.Deserialize<ClusteringOptions>(json, ContractJson.Options)!;
    }

    private static void Sizes(ClusteringResult result)
    {
        foreach (var (name, low, high) in ((string, int, int)[])[("1", 1, 1), ("2-3", 2, 3), ("4-9", 4, 9), ("10-19", 10, 19), ("20-39", 20, 39),
            ("40-60", 40, 60), ("61+", 61, int.MaxValue)])
        {
            var domains = result.Domains.Where(domain => domain.Tools.Count >= low && domain.Tools.Count <= high).ToArray();
            Console.WriteLine($"  domains of {name,-6} tools: {domains.Length,6}, tools in them {domains.Sum(domain => domain.Tools.Count),7}");
        }
    }

    private static void Write(ClusteringResult result, string folder)
    {
        var target = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), folder)).FullName;
        using (var file = File.Create(Path.Combine(target, "graph.json")))
        {
            result.Graph.Write(file);
        }

        File.WriteAllLines(Path.Combine(target, "domains.jsonl"), result.Domains.Select(domain => JsonSerializer.Serialize(domain, ContractJson.Options)));
        File.WriteAllText(Path.Combine(target, "graph.svg"), GraphPicture.Draw(result.Graph, result.Domains));
        Console.WriteLine($"documents in {target}");
    }
}
