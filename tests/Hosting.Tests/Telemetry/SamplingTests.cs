using System.Diagnostics;
using AgentScaler.Hosting.Telemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Trace;

namespace AgentScaler.Hosting.Tests.Telemetry;

public sealed class SamplingTests
{
    private static readonly ActivityContext Sampled = new(ActivityTraceId.CreateRandom(), ActivitySpanId.CreateRandom(), ActivityTraceFlags.Recorded);
    private static readonly ActivityContext Unsampled = new(ActivityTraceId.CreateRandom(), ActivitySpanId.CreateRandom(), ActivityTraceFlags.None);

    [Fact]
    public void A_parent_decides_for_what_hangs_below_it()
    {
        Assert.True(Keeps(Sampler("always_off"), "collect", ActivityKind.Internal, Sampled));
        Assert.False(Keeps(Sampler("always_on"), "collect", ActivityKind.Internal, Unsampled));
        Assert.True(Keeps(Sampler("always_on"), "find", ActivityKind.Client, Sampled));
    }

    [Fact]
    public void Looking_for_work_in_the_database_is_no_trace() =>
        Assert.False(Keeps(Sampler("always_on"), "find", ActivityKind.Client, default));

    [Fact]
    public void The_message_that_asks_for_an_episode_leaves_no_span_and_its_receipt_begins_a_trace()
    {
        Assert.False(Keeps(Sampler("always_on"), "AgentScaler.Contracts.Messages:RolloutRequested send", ActivityKind.Producer, Sampled));
        Assert.True(Keeps(Sampler("always_on"), "rollout-requested receive", ActivityKind.Consumer, default));
        Assert.True(Keeps(Sampler("always_on"), "AgentScaler.Contracts.Messages:TrajectoryRecorded send", ActivityKind.Producer, Sampled));
    }

    [Fact]
    public void Of_episodes_a_share_is_kept_and_of_everything_else_all()
    {
        var sampler = Sampler("always_on", ratio: 0.1);

        Assert.InRange(Enumerable.Range(0, 4000).Count(_ => Keeps(sampler, "rollout-requested receive", ActivityKind.Consumer, default)), 280, 520);
        Assert.All(Enumerable.Range(0, 100), _ => Assert.True(Keeps(sampler, "start_run", ActivityKind.Internal, default)));
    }

    [Theory]
    [InlineData(null, 4000, 4000)]
    [InlineData("always_on", 4000, 4000)]
    [InlineData("always_off", 0, 0)]
    [InlineData("parentbased_always_off", 0, 0)]
    [InlineData("traceidratio", 1800, 2200)]
    [InlineData("parentbased_traceidratio", 1800, 2200)]
    public void The_standard_samplers_go_by_their_standard_names(string? name, int least, int most)
    {
        var sampler = Sampler(name, argument: "0.5");

        Assert.InRange(Enumerable.Range(0, 4000).Count(_ => Keeps(sampler, "start_run", ActivityKind.Internal, default)), least, most);
    }

    [Theory]
    [InlineData("OTEL_TRACES_SAMPLER", "sometimes")]
    [InlineData("OTEL_TRACES_SAMPLER_ARG", "2")]
    [InlineData("Telemetry:EpisodeRatio", "1.5")]
    public void A_setting_that_means_nothing_stops_the_start_by_its_name(string setting, string value)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = "http://localhost:4317",
            ["OTEL_TRACES_SAMPLER"] = "traceidratio",
            [setting] = value,
        }).Build();

        var refused = Assert.Throws<InvalidOperationException>(() => new ServiceCollection().AddTelemetry(configuration, "tests"));

        Assert.Contains(setting.Replace(":", "__", StringComparison.Ordinal), refused.Message, StringComparison.Ordinal);
        Assert.Contains(value, refused.Message, StringComparison.Ordinal);
    }

    private static RootSampler Sampler(string? name, double ratio = 1, string? argument = null) => new(
        new ConfigurationBuilder().AddInMemoryCollection([new("OTEL_TRACES_SAMPLER", name), new("OTEL_TRACES_SAMPLER_ARG", argument)]).Build(), ratio);

    private static bool Keeps(RootSampler sampler, string name, ActivityKind kind, ActivityContext parent)
    {
        var trace = parent.TraceId == default ? ActivityTraceId.CreateRandom() : parent.TraceId;
        return sampler.ShouldSample(new SamplingParameters(parent, trace, name, kind, null, null)).Decision == SamplingDecision.RecordAndSample;
    }
}
