using System.Text.Json.Nodes;

namespace AgentScaler.Journeys.Tests;

/// <summary>Benchmarks on the command line: what they hold is reported or left out, and a changed benchmark is read again.</summary>
public sealed class BenchmarkTests : IDisposable
{
    private const string Nothing =
        """[{"name":"brew_tea","description":"Brews it.","parameters":{"type":"object","properties":{"leaves":{"type":"string"}}}}]""";

    private readonly Journey _journey = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static string Bank { get; } = Path.Combine(Journey.Samples, "bank.functions.json");

    [Fact]
    public async Task A_benchmark_whose_content_alone_changed_is_compared_again()
    {
        var benchmark = _journey.Place("benchmark.json");
        await File.WriteAllTextAsync(benchmark, Nothing, Stop);
        await CollectAsync(benchmark);
        Assert.Equal(0, Matches("collection", "benchmark_matches"));

        File.Copy(Bank, benchmark, overwrite: true);
        await CollectAsync(benchmark);
        Assert.Equal(File.ReadLines(Path.Combine(_journey.Workspace, "tools.jsonl"))
            .Count(line => line.Contains("\"benchmark_matches\"", StringComparison.Ordinal)), Matches("collection", "benchmark_matches"));
        Assert.True(Matches("collection", "benchmark_matches") > 0);
    }

    [Fact]
    public async Task A_domain_of_a_benchmark_is_marked_and_with_exclude_left_out_with_its_evidence()
    {
        await CollectAsync(Bank);
        await CommandAsync("cluster");
        var marked = _journey.Lines("domains.jsonl").Select(line => JsonNode.Parse(line)!).Where(domain => domain["benchmark_matches"] is not null).ToList();
        Assert.Equal(marked.Count, Matches("graph", "domains_matching_benchmarks"));
        Assert.Contains(marked, domain => domain["benchmark_matches"]!["share"]!.GetValue<double>() == 1);
        var all = _journey.Lines("domains.jsonl").Count();

        await CollectAsync(Bank, "--exclude");
        await CommandAsync("cluster");
        Assert.DoesNotContain(_journey.Lines("domains.jsonl"), line => line.Contains("\"benchmark_matches\"", StringComparison.Ordinal));
        Assert.Contains(_journey.Lines("rejected-tools.jsonl"), line => JsonNode.Parse(line)!["tool"]?["benchmark_matches"] is not null);
        var left = _journey.Report["graph"]!["domains_left_out"]!.AsArray();
        Assert.NotEmpty(left);
        Assert.Equal(all - left.Count, _journey.Lines("domains.jsonl").Count());
    }

    [Fact]
    public async Task A_benchmark_that_is_not_there_is_wrong_usage()
    {
        var outcome = await _journey.CommandAsync(["collect", "--source", Bank, "--benchmark", _journey.Place("nowhere.json")], Stop);

        Assert.Equal(2, outcome.Exit);
        Assert.Contains("--benchmark", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("nowhere.json", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_benchmark_holds_every_tool_the_message_says_so()
    {
        var outcome = await _journey.CommandAsync(["collect", "--source", Bank, "--benchmark", Bank, "--exclude"], Stop);

        Assert.Equal(2, outcome.Exit);
        Assert.Contains("match a benchmark", outcome.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _journey.Dispose();

    private int Matches(string section, string figure) => _journey.Report[section]![figure]!.GetValue<int>();

    private Task CollectAsync(string benchmark, params string[] more) => CommandAsync(["collect", .. Journey.SmallSources, "--benchmark", benchmark, .. more]);

    private async Task CommandAsync(params string[] args)
    {
        var outcome = await _journey.CommandAsync(args, Stop);
        Assert.True(outcome.Exit == 0, outcome.Error);
    }
}
