using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using AgentScaler.TestInfrastructure.Services;
using AgentScaler.Traces.Tests.Receiving;

namespace AgentScaler.Traces.Tests;

/// <summary>The same small run, ordered over HTTP from seven services that are processes of their own, on a real broker and database.</summary>
public sealed class StackRun : IAsyncLifetime
{
    internal const string Run = "traced";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(12);

    internal const string ApiKey = "api-key-that-nobody-may-see";

    internal RunEvidence Evidence { get; private set; } = null!;

    /// <summary>What the services wrote to their logs.</summary>
    public string Logs { get; private set; } = "";

    /// <summary>How often the model was asked.</summary>
    public int Requests { get; private set; }

    public async ValueTask InitializeAsync()
    {
        var stop = CancellationToken.None;
        await using var receiver = await OtlpReceiver.StartAsync();
        await using var model = await ModelEndpoint.StartAsync();
        var settings = new Dictionary<string, string>(receiver.Settings)
        {
            [SmallRun.KeyVariable] = OneProcessRun.Secret,
            ["Gateway__ApiKey"] = ApiKey,
            ["Gateway__KeyVariables__0"] = SmallRun.KeyVariable,
            ["Gateway__SourcesFolder"] = Path.GetDirectoryName(SmallRun.Source)!,
        };
        await using var stack =
            await ServiceStack.StartAsync([.. Enum.GetValues<StackService>().Where(service => service != StackService.Rollout)], stop, settings);
        var worker = await stack.AddAsync(
            StackService.Rollout, new Dictionary<string, string> { ["Rollout__PolicyAddress"] = stack[StackService.Training].GrpcAddress.ToString() });
        await worker.ReadyAsync(stop);
        using var gateway = new HttpClient { BaseAddress = stack[StackService.Gateway].Address };
        gateway.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", ApiKey);
        var order = new JsonObject
        {
            ["id"] = Run,
            ["sources"] = new JsonArray(new JsonObject { ["path"] = Path.GetFileName(SmallRun.Source) }),
            ["until"] = "evaluate",
            ["options"] = JsonNode.Parse(SmallRun.Configuration(model.Address, "stage1")),
        };
        using (var ordered = await gateway.PostAsJsonAsync("/api/v1/runs", order, stop))
        {
            Assert.True(ordered.IsSuccessStatusCode, await ordered.Content.ReadAsStringAsync(stop));
        }

        JsonNode run = new JsonObject();
        await stack.UntilAsync(
            async cancellation => (string)(run = (await gateway.GetFromJsonAsync<JsonNode>($"/api/v1/runs/{Run}", cancellation))!)["status"]! != "running",
            Patience,
            "the run's end",
            stop);
        Assert.True((string?)run["status"] == "completed", $"{run}\n{stack.Outputs}");
        var (trajectories, traces) = (await LinesAsync(gateway, "trajectories.jsonl"), await LinesAsync(gateway, "traces.jsonl"));
        // What a service still holds it sends when it ends.
        await Task.WhenAll(stack.Services.Select(service => service.StopAsync(stop)));
        Logs = stack.Outputs;
        Evidence = new RunEvidence([.. receiver.Spans], trajectories, traces);
        Requests = model.Requests;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static async Task<IReadOnlyList<JsonNode>> LinesAsync(HttpClient gateway, string file) =>
        [.. (await gateway.GetStringAsync($"/api/v1/runs/{Run}/files/{file}")).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonNode.Parse(line)!)];
}
