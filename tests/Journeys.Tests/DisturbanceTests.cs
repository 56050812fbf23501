using System.Diagnostics;
using AgentScaler.Gateway.Orchestration;
using AgentScaler.Pipeline.Runs;
using AgentScaler.Standalone.Export;
using AgentScaler.Standalone.Pipeline;
using Microsoft.Extensions.DependencyInjection;

namespace AgentScaler.Journeys.Tests;

/// <summary>However a run is disturbed, its files are those of the undisturbed run, byte for byte.</summary>
public sealed class DisturbanceTests(FinishedRun undisturbed) : IClassFixture<FinishedRun>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Another_run_of_the_same_inputs_gives_the_same_bytes()
    {
        using var again = new Journey();

        await again.RunAsync("filter", Stop);

        Assert.Equal(undisturbed.Journey.Bytes(), again.Bytes());
    }

    [Fact]
    public async Task Stage_by_stage_gives_the_same_bytes_as_all_at_once()
    {
        using var steps = new Journey();
        Assert.Equal(0, (await steps.CommandAsync(["collect", .. Journey.SmallSources], Stop)).Exit);
        foreach (var stage in new[] { "cluster", "materialize", "tasks", "rollout", "filter" })
        {
            var outcome = await steps.CommandAsync([stage, "--config", steps.Configuration], Stop);
            Assert.True(outcome.Exit == 0, outcome.Error);
        }

        Assert.Equal(undisturbed.Journey.Bytes(), steps.Bytes());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Cancelled_again_and_again_it_continues_to_the_same_bytes(int seed)
    {
        var random = new Random(seed);
        using var journey = new Journey();
        string[] command = ["run", .. Journey.SmallSources, "--config", journey.Configuration, "--until", "filter"];
        for (var attempt = 0; attempt < 6; attempt++)
        {
            using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Stop);
            cancel.CancelAfter(random.Next(50, 2500));
            var outcome = await journey.CommandAsync(command, cancel.Token);
            Assert.True(outcome.Exit is 0 or 130, $"{outcome.Exit}: {outcome.Error}");
        }

        await journey.RunAsync("filter", Stop);

        Assert.Equal(undisturbed.Journey.Bytes(), journey.Bytes());
    }

    [Fact]
    public async Task Killed_again_and_again_it_continues_to_the_same_bytes()
    {
        var random = new Random(3);
        using var journey = new Journey();
        for (var attempt = 0; attempt < 3; attempt++)
        {
            using var process = Process.Start(new ProcessStartInfo(
                "dotnet",
                [Path.Combine(AppContext.BaseDirectory, "agentscaler.dll"), "run", .. Journey.SmallSources, "--config", journey.Configuration, "--until",
                    "filter", "--workspace", journey.Workspace])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(Stop);
            patience.CancelAfter(random.Next(800, 5000));
            await process.WaitForExitAsync(patience.Token).ContinueWith(_ => { }, TaskScheduler.Default);
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(Stop);
        }

        await journey.RunAsync("filter", Stop);

        Assert.Equal(undisturbed.Journey.Bytes(), journey.Bytes());
    }

    [Fact]
    public async Task Every_message_delivered_twice_gives_the_same_bytes()
    {
        using var journey = new Journey();
        using var host = PipelineHost.Build(journey.Workspace, verbose: false, episodes: 0, EchoConsumer.Register);
        var services = host.Services;
        var runs = services.GetRequiredService<RunRepository>();
        var request = new RunRequest(journey.Workspace, PipelineStage.Filter)
        {
            Sources = journey.Sources,
            Config = journey.Configuration,
            WholePipeline = true,
        };
        var run = await ActivatorUtilities.CreateInstance<RunPreparation>(services).PrepareAsync(request, Stop);
        await host.StartAsync(Stop);
        await services.GetRequiredService<RunCoordinator>().StartAsync(run, Stop);
        while ((await runs.FindAsync(run.Id, Stop))!.Status == RunStatus.Running)
        {
            await Task.Delay(50, Stop);
        }

        await ActivatorUtilities.CreateInstance<WorkspaceExporter>(services, journey.Workspace).ExportAsync((await runs.FindAsync(run.Id, Stop))!, Stop);
        await host.StopAsync(Stop);

        Assert.True(EchoConsumer.Echoed > 50, $"only {EchoConsumer.Echoed} messages were doubled");
        Assert.Equal(undisturbed.Journey.Bytes(), journey.Bytes());
    }

    [Fact]
    public async Task Running_a_finished_workspace_again_does_nothing_twice()
    {
        using var journey = new Journey();
        await journey.RunAsync("materialize", Stop);
        var before = File.GetLastWriteTimeUtc(Path.Combine(journey.Workspace, "tools.jsonl"));

        await journey.RunAsync("materialize", Stop);

        Assert.Equal(before, File.GetLastWriteTimeUtc(Path.Combine(journey.Workspace, "tools.jsonl")));
    }

    [Fact]
    public async Task Another_option_redoes_that_stage_and_the_later_ones_only()
    {
        using var journey = new Journey();
        await journey.RunAsync("tasks", Stop);
        var before = journey.Bytes();

        var outcome = await journey.CommandAsync(["tasks", "--per-domain", "3"], Stop);

        Assert.Equal(0, outcome.Exit);
        var after = journey.Bytes();
        Assert.NotEqual(before["tasks.jsonl"], after["tasks.jsonl"]);
        Assert.All(before.Where(file => file.Key.StartsWith("environments", StringComparison.Ordinal)), file => Assert.Equal(file.Value, after[file.Key]));
    }
}
