using System.Text.Json;
using AgentScaler.Pipeline.Runs;

namespace AgentScaler.Gateway.Tests.Api;

public sealed class RunCoordinatorTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_run_that_has_ended_is_let_go_at_once_so_that_whoever_goes_on_with_it_publishes_its_work()
    {
        // No look by the clock comes in between.
        await using var gateway = await GatewayApp.StartAsync(Stop, ("Gateway:CheckEvery", "01:00:00"), ("Gateway:ResumeRuns", "false"));
        var run = new RunDocument("run", [], new Dictionary<string, JsonElement>(), 0, PipelineStage.Collect, RunStatus.Running);
        await gateway.Coordinator.StartAsync(run, Stop);
        Assert.Equal(["run"], gateway.Coordinator.Watched);
        await gateway.Runs.CompleteAsync("run", PipelineStage.Collect, new { }, Stop);

        await gateway.Coordinator.AdvanceAsync("run", TimeSpan.FromHours(1), Stop);

        Assert.NotEqual(RunStatus.Running, (await gateway.Runs.FindAsync("run", Stop))!.Status);
        Assert.Empty(gateway.Coordinator.Watched);
    }
}
