using System.Text.Json;
using AgentScaler.Collection.Sources;
using AgentScaler.Pipeline.Options;
using AgentScaler.Tools;

namespace AgentScaler.Collection.Tests.Gate;

public sealed class ContaminationTests : IDisposable
{
    private const string Workspace = """
        [{"name":"cancelBooking","description":"Cancels a booking.","parameters":{"type":"object","properties":{"booking_id":{"type":"string"},"access_token":{"type":"string"}}}},
         {"name":"search","description":"Search anything.","parameters":{"type":"object","properties":{"query":{"type":"string"}}}},
         {"name":"plan_orbit","description":"Plans it.","parameters":{"type":"object","properties":{"perigee_km":{},"apogee_km":{},"inclination_deg":{},"epoch_utc":{}}}},
         {"name":"compute_it","description":"Computes the expected value of a portfolio given the weights and the covariance of all of its assets.","parameters":{"type":"object","properties":{"w":{}}}},
         {"name":"lock_doors","description":"Locks.","parameters":{"type":"object","properties":{"door":{}}}},
         {"name":"harmless","description":"Nothing to see.","parameters":{"type":"object","properties":{"a":{}}}}]
        """;

    private readonly TemporaryFolder _benchmark = new();

    public ContaminationTests()
    {
        _benchmark.Write("tools.json", System.Text.Encoding.UTF8.GetBytes("""
            [{"name":"cancel_booking","description":"Cancel it.","parameters":{"type":"object","properties":{"booking_id":{},"access_token":{}}}},
             {"name":"search","description":"Search the web.","parameters":{"type":"object","properties":{"keywords":{},"engine":{}}}},
             {"name":"orbit_planner","description":"Orbit.","parameters":{"type":"object","properties":{"perigee_km":{},"apogee_km":{},"inclination_deg":{},"epoch_utc":{}}}},
             {"name":"portfolio","description":"Compute the expected value of a portfolio given the weights and the covariance of all of its assets.","parameters":{"type":"object","properties":{"weights":{}}}}]
            """));
        _benchmark.Write("tasks.jsonl", System.Text.Encoding.UTF8.GetBytes("""
            {"id":"1","ground_truth":[["lock_doors(door='left')"]]}
            {"id":"2","ground_truth":[["search(query='x')"]]}
            """));
    }

    public void Dispose() => _benchmark.Dispose();

    [Fact]
    public async Task Tools_of_a_benchmark_are_reported_with_the_evidence()
    {
        var collected = await Collected.FromAsync(new CollectionOptions { Benchmarks = [_benchmark.Path] }, ("tools.json", Filler()), ("own.json", Workspace));
        Assert.Equal("name", Kind(collected, "cancelBooking"));
        Assert.Equal("parameters", Kind(collected, "plan_orbit"));
        Assert.Equal("text", Kind(collected, "compute_it"));
        Assert.Equal("call", Kind(collected, "lock_doors"));
        Assert.Null(Kind(collected, "harmless"));
        Assert.Null(Kind(collected, "search"));
        Assert.Equal(4, collected.Summary.BenchmarkMatches);
        Assert.Contains("orbit_planner", collected.Tools.Single(tool => tool.Name == "plan_orbit").BenchmarkMatches![0].Evidence, StringComparison.Ordinal);
        Assert.Equal(
            ["cancel_booking", "orbit_planner", "portfolio", "lock_doors"],
            new[] { "cancelBooking", "plan_orbit", "compute_it",
                "lock_doors" }.Select(name => collected.Tools.Single(tool => tool.Name == name).BenchmarkMatches![0].Entry));
    }

    [Fact]
    public async Task With_exclude_they_are_left_out_and_the_evidence_is_kept()
    {
        var collected = await Collected.FromAsync(new CollectionOptions { Benchmarks = [_benchmark.Path], Exclude = true }, ("tools.json", Filler()),
            ("own.json", Workspace));
        Assert.DoesNotContain(collected.Tools, tool => tool.BenchmarkMatches is not null);
        var left = collected.Rejected.Where(item => item.Reason == "benchmark_match").ToList();
        Assert.Equal(["cancelBooking", "compute_it", "lock_doors", "plan_orbit"], left.Select(item => item.Name).Order(StringComparer.Ordinal));
        Assert.All(left, item => Assert.Matches(@"^(tools|tasks)\.jsonl?: .+ \((name|parameters|text|call)\)$", item.Detail));
    }

    [Fact]
    public async Task A_tool_that_is_left_out_is_kept_whole_with_all_evidence_beside_its_rejection()
    {
        var reported = await Collected.FromAsync(new CollectionOptions { Benchmarks = [_benchmark.Path] }, ("tools.json", Filler()), ("own.json", Workspace));
        var excluded = await Collected.FromAsync(
            new CollectionOptions { Benchmarks = [_benchmark.Path], Exclude = true }, ("tools.json", Filler()), ("own.json", Workspace),
                ("broken.json", "[{\"description\":\"Has no name.\",\"parameters\":{}}]"));
        var matching = reported.Tools.Where(tool => tool.BenchmarkMatches is not null).ToDictionary(tool => tool.Id);
        var left = excluded.Rejected.Where(item => item.Reason == RejectedTool.InBenchmark).Select(item => item.Tool!).ToList();

        Assert.Equal(matching.Keys.Order(StringComparer.Ordinal), left.Select(tool => tool.Id).Order(StringComparer.Ordinal));
        Assert.All(left, tool => Assert.Equal(Line(matching[tool.Id]), Line(tool)));
        Assert.All(excluded.Rejected.Where(item => item.Reason != RejectedTool.InBenchmark), item => Assert.Null(item.Tool));
    }

    private static string Line(ToolSpecification tool) => JsonSerializer.Serialize(tool, ContractJson.Options);

    [Fact]
    public async Task A_benchmark_that_does_not_exist_is_wrong_usage() =>
        await Assert.ThrowsAsync<UnusableSourceException>(() =>
            Collected.FromAsync(new CollectionOptions { Benchmarks = ["/nowhere/at/all"] }, ("own.json", Workspace)));

    /// <summary>Other tools, among which the parameters above are unusual.</summary>
    private static string Filler() =>
        "[" + string.Join(',', Enumerable.Range(0, 200).Select(number =>
            $$$$$$$$"""{"name":"filler{{{{{{{{number}}}}}}}}","description":"Fills {{{{{{{{number}}}}}}}}.","parameters":{"type":"object","properties":{"f{{{{{{{{number}}}}}}}}":{}}}}"""))
                + "]";

    private static string? Kind(Collected collected, string name) => collected.Tools.Single(tool => tool.Name == name).BenchmarkMatches?[0].Kind;
}
