using AgentScaler.Pipeline.Runs;
using AgentScaler.TestInfrastructure.Services;

namespace AgentScaler.Journeys.Tests.Stack;

/// <summary>Whatever happens to seven processes, RabbitMQ and MongoDB, a run leaves the bytes of one process on its embedded store.</summary>
[Collection(StackFixture.Name)]
public sealed class StackBytesTests(StackFixture fixture)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Undisturbed_as_far_as_the_evaluation_of_what_was_trained()
    {
        using var memory = new Journey();
        await memory.RunAsync("evaluate", Stop);

        var journey = await fixture.FinishAsync(_ => Task.CompletedTask, Stop, PipelineStage.Evaluate);

        Assert.Equal(memory.Bytes(), journey.Bytes());
        Assert.Contains("evaluation.json", journey.Bytes().Keys);
    }

    [Fact]
    public async Task While_every_message_is_delivered_twice_and_out_of_order()
    {
        await using var echo = await Echo.StartAsync(fixture.Stack, Stop);

        var journey = await fixture.FinishAsync(_ => Task.CompletedTask, Stop);

        Assert.True(echo.Echoed > 50, $"only {echo.Echoed} messages were doubled");
        Assert.InRange(EchoConsumer.LargestBody, 1, 64 * 1024);
        Assert.Equal(fixture.Memory.Bytes(), journey.Bytes());
    }

    [Fact]
    public async Task While_every_service_is_restarted_in_turn_and_none_of_its_work_fails()
    {
        var journey = await fixture.FinishAsync(
            async stop =>
            {
                foreach (var service in fixture.Stack.Services)
                {
                    Assert.Equal(0, await service.StopAsync(stop));
                    await service.RestartAsync();
                    await service.ReadyAsync(stop);
                }
            },
            Stop);

        Assert.Equal(fixture.Memory.Bytes(), journey.Bytes());
    }

    [Fact]
    public async Task While_every_kind_of_service_the_broker_and_the_database_are_killed()
    {
        var chaos = new Chaos(fixture.Stack, 1, new Chaos.Pace(TimeSpan.Zero, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1)));
        var kinds = Enum.GetValues<StackService>().Length + 2;

        var journey = await fixture.FinishAsync(stop => chaos.RunAsync(kinds, stop), Stop);

        Assert.Equal(kinds, chaos.Kills.Distinct().Count());
        Assert.Equal(fixture.Memory.Bytes(), journey.Bytes());
    }
}
