using System.Text.Json;
using AgentScaler.Gateway.Orchestration;
using AgentScaler.Pipeline.Runs;

namespace AgentScaler.Gateway.Tests;

public sealed class FingerprintTests
{
    [Fact]
    public void The_same_run_has_the_same_fingerprints_whatever_the_order_of_its_settings() =>
        Assert.Equal(
            Fingerprint.Of(Run("""{"attempts":2,"agent":"scripted"}""")),
            Fingerprint.Of(Run("""{"agent":"scripted","attempts":2}""")));

    [Fact]
    public void A_setting_changes_its_stage_and_the_later_ones()
    {
        var before = Fingerprint.Of(Run("""{"attempts":2}"""));
        var after = Fingerprint.Of(Run("""{"attempts":3}"""));

        Assert.Equal(Before(before, PipelineStage.Rollout), Before(after, PipelineStage.Rollout));
        Assert.All(before.Where(pair => pair.Key >= PipelineStage.Rollout), pair => Assert.NotEqual(pair.Value, after[pair.Key]));
    }

    [Fact]
    public void How_fast_it_is_done_changes_nothing() =>
        Assert.Equal(Fingerprint.Of(Run("""{"concurrency":4}""")), Fingerprint.Of(Run("""{"concurrency":64}""")));

    [Fact]
    public void Another_seed_does_not_collect_again()
    {
        var before = Fingerprint.Of(Run("{}"));
        var after = Fingerprint.Of(Run("{}") with { Seed = 7 });

        Assert.Equal(before[PipelineStage.Collect], after[PipelineStage.Collect]);
        Assert.NotEqual(before[PipelineStage.Cluster], after[PipelineStage.Cluster]);
    }

    [Fact]
    public void A_stage_with_a_seed_of_its_own_leaves_the_earlier_ones_alone()
    {
        var before = Fingerprint.Of(Run("{}"));
        var after = Fingerprint.Of(Run("{}") with { Seeds = new Dictionary<string, long> { ["tasks"] = 7 } });

        Assert.Equal(Before(before, PipelineStage.Tasks), Before(after, PipelineStage.Tasks));
        Assert.NotEqual(before[PipelineStage.Tasks], after[PipelineStage.Tasks]);
    }

    [Fact]
    public void Other_sources_change_everything() =>
        Assert.Empty(Fingerprint.Of(Run("{}")).Values.Intersect(Fingerprint.Of(Run("{}") with { SourcesHash = "sources_2" }).Values));

    [Fact]
    public void Other_content_of_a_benchmark_changes_everything()
    {
        var none = Fingerprint.Of(Run("{}"));
        var one = Fingerprint.Of(Run("{}") with { BenchmarksHash = "sources_a" });
        var other = Fingerprint.Of(Run("{}") with { BenchmarksHash = "sources_b" });

        Assert.Equal(one, Fingerprint.Of(Run("{}") with { BenchmarksHash = "sources_a" }));
        Assert.Empty(one.Values.Intersect(other.Values));
        Assert.Empty(one.Values.Intersect(none.Values));
    }

    private static IEnumerable<string> Before(IReadOnlyDictionary<PipelineStage, string> fingerprints, PipelineStage stage) =>
        fingerprints.Where(pair => pair.Key < stage).OrderBy(pair => pair.Key).Select(pair => pair.Value);

    private static RunDocument Run(string rollout) => new(
        "run", [], new Dictionary<string, JsonElement> { ["rollout"] = JsonDocument.Parse(rollout).RootElement }, 0, PipelineStage.Evaluate, RunStatus.Running)
    {
        SourcesHash = "sources_1",
    };
}
