using System.Net.Http.Json;
using System.Text.Json.Nodes;
using AgentScaler.Contracts.Training.V1;
using AgentScaler.Tools;
using Grpc.Core;
using Grpc.Net.Client;

namespace AgentScaler.Journeys.Tests.Serving;

/// <summary>Cancelling a run stops its work, wherever it is.</summary>
public sealed class CancelTests(ServedStack stack) : IClassFixture<ServedStack>
{
    /// <summary>On a busy machine; otherwise it is two.</summary>
    private static readonly TimeSpan Seconds = TimeSpan.FromSeconds(60);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Episodes_in_flight_hang_up_and_the_rest_are_never_played()
    {
        await using var model = await HangingEndpoint.StartAsync(Stop);
        var configuration =
            stack.ConfigurationWith("rollout", $$"""{"agent":"openai","agent_endpoint":{"endpoint":"{{model.Address}}","model":"m","timeout_seconds":600} }""");
        var command = stack.CommandAsync(["run", .. Journey.SmallSources.Take(2), "--config", configuration, "--until", "rollout"], Stop);
        Assert.Same(model.Asked.Task, await Task.WhenAny(model.Asked.Task, command));
        await CancelAsync("rollout");
        await model.LeftAlone.Task.WaitAsync(Seconds, Stop);

        var outcome = await command;
        Assert.Equal(130, outcome.Exit);
        Assert.Contains("cancelled by request", outcome.Error, StringComparison.Ordinal);
        Assert.Equal("", (await stack.CommandAsync(["errors", "list", "--run", await FindAsync("rollout")], Stop)).Output);
    }

    [Fact]
    public async Task Training_stops_at_its_next_step()
    {
        var configuration = stack.ConfigurationWith("train", """
            {"vocabulary_size":400,"encoding":{"max_length":8192,"max_tools":4},"stage1":{"steps":1000000,"tokens_per_micro_batch":8192},"stage2":{"steps":1}}
            """);
        var command = stack.CommandAsync(["run", .. Journey.SmallSources, "--config", configuration, "--until", "train"], Stop);
        using var channel = GrpcChannel.ForAddress(stack.GrpcUrl);
        var training = new TrainingService.TrainingServiceClient(channel);
        var started = FindAsync("train");
        Assert.Same(started, await Task.WhenAny(started, command));
        var last = await WatchAsync(training, await started, command);
        Assert.Equal("cancelled", last.Status);
        Assert.Equal(130, (await command).Exit);
    }

    private async Task CancelAsync(string until) => (await stack.Http.DeleteAsync($"/api/v1/runs/{await FindAsync(until)}", Stop)).EnsureSuccessStatusCode();

    private async Task<string> FindAsync(string until)
    {
        while (true)
        {
            var all = await stack.Http.GetFromJsonAsync<JsonObject>("/api/v1/runs", Stop);
            if (all!["items"]!.AsArray().FirstOrDefault(item => item!["until"]!.GetValue<string>() == until) is { } run)
            {
                return run["id"]!.GetValue<string>();
            }

            await Task.Delay(100, Stop);
        }
    }

    /// <summary>Watches the training of stage 1, cancels its run at the first step, and returns the job as it ended.</summary>
    private async Task<WatchResponse> WatchAsync(TrainingService.TrainingServiceClient training, string run, Task command)
    {
        while (true)
        {
            Assert.False(command.IsCompleted, "the run ended before it trained");
            try
            {
                using var watch = training.Watch(new WatchRequest { RunId = run, JobId = ContentId.Of("job", "train", "1") }, cancellationToken: Stop);
                WatchResponse? last = null;
                await foreach (var job in watch.ResponseStream.ReadAllAsync(Stop))
                {
                    if (job.Step > 0 && (last?.Step ?? 0) == 0)
                    {
                        await CancelAsync("train");
                    }

                    last = job;
                }

                return last!;
            }
            catch (RpcException exception) when (exception.StatusCode == StatusCode.NotFound)
            {
                // The stages before it are not done yet.
                await Task.Delay(200, Stop);
            }
        }
    }
}
