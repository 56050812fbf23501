using System.Diagnostics;
using AgentScaler.Contracts.Messages;
using AgentScaler.Hosting.Telemetry;
using MassTransit;
using MassTransit.Logging;
using MassTransit.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace AgentScaler.Hosting.Tests.Telemetry;

/// <summary>What a message carries of the trace that it is sent in.</summary>
public sealed class PropagationTests
{
    [Fact]
    public async Task A_trace_that_is_not_sampled_goes_on_unsampled_at_the_receiver()
    {
        using var current = new Activity("unsampled").SetIdFormat(ActivityIdFormat.W3C).Start();

        var headers = await HeadersOfAsync(new ScenariosCollected("r", 1));

        Assert.Equal(current.Id, headers.Get<string>(DiagnosticHeaders.ActivityId));
        Assert.Null(headers.Get<string>(DiagnosticHeaders.ActivityPropagation));
    }

    [Fact]
    public async Task An_episode_is_linked_to_the_sampled_trace_that_asked_for_it()
    {
        using var current = new Activity("sampled").SetIdFormat(ActivityIdFormat.W3C).Start();
        current.ActivityTraceFlags = ActivityTraceFlags.Recorded;

        var headers = await HeadersOfAsync(new RolloutRequested("r", "t", 0, "scripted", 0));

        Assert.Equal(current.Id, headers.Get<string>(DiagnosticHeaders.ActivityId));
        Assert.Equal("Link", headers.Get<string>(DiagnosticHeaders.ActivityPropagation));
    }

    [Fact]
    public async Task Without_a_trace_nothing_is_carried() =>
        Assert.Null((await HeadersOfAsync(new ScenariosCollected("r", 1))).Get<string>(DiagnosticHeaders.ActivityId));

    private static async Task<Headers> HeadersOfAsync<T>(T message)
        where T : class
    {
        var services = new ServiceCollection();
        services.AddMassTransitTestHarness(bus =>
        {
            bus.DisableUsageTelemetry();
            bus.UsingInMemory((_, configurator) => configurator.UseTelemetry());
        });
        await using var provider = services.BuildServiceProvider();
        var harness = await provider.StartTestHarness();
        await harness.Bus.Publish(message, TestContext.Current.CancellationToken);
        await foreach (var published in harness.Published.SelectAsync<T>(TestContext.Current.CancellationToken))
        {
            return published.Context.Headers;
        }

        throw new InvalidOperationException("Nothing was published.");
    }
}
