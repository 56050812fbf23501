using System.Net.Http.Json;
using System.Text.Json.Nodes;
using AgentScaler.Gateway.Orchestration;
using AgentScaler.Hosting;
using AgentScaler.Hosting.Rpc;
using AgentScaler.Pipeline.Documents;
using AgentScaler.Pipeline.Runs;
using AgentScaler.Storage;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AgentScaler.Gateway.Tests.Api;

/// <summary>The gateway alone on a store of its own: what it starts, nobody works on.</summary>
internal sealed class GatewayApp : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("agentscaler-gateway-").FullName;
    private readonly WebApplication _app;

    private GatewayApp(IEnumerable<(string Key, string Value)> settings)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        Directory.CreateDirectory(Mounted);
        builder.Configuration.AddInMemoryCollection(settings.ToDictionary(setting => setting.Key, setting => (string?)setting.Value));
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Storage:Sqlite:Path"] = Path.Combine(_folder, "agentscaler.db"),
            ["Gateway:SourcesFolder"] = Mounted,
        });
        builder.AddServiceDefaults("gateway", bus => bus.AddGatewayConsumers());
        builder.Services.AddGateway(builder.Configuration).AddGatewayEndpoints(builder.Configuration);
        _app = builder.Build();
        _app.MapServiceDefaults();
        _app.MapGrpcDefaults();
        _app.MapGateway();
    }

    public static string Document { get; } = """
        {"openapi":"3.0.0","info":{"title":"Shop","version":"1"},"paths":{"/orders/{id}":{"get":{"operationId":"get_order",
        "parameters":[{"name":"id","in":"path","required":true,"schema":{"type":"string"}}],"responses":{"200":{"description":"The order"}}}}}}
        """;

    public HttpClient Http => _app.GetTestClient();

    public string Mounted => Path.Combine(_folder, "mounted");

    public IDocumentStore Store => _app.Services.GetRequiredService<IDocumentStore>();

    public IArtifactStore Artifacts => _app.Services.GetRequiredService<IArtifactStore>();

    public RunRepository Runs => _app.Services.GetRequiredService<RunRepository>();

    public RunCoordinator Coordinator => _app.Services.GetRequiredService<RunCoordinator>();

    public GrpcChannel Channel => GrpcChannel.ForAddress("http://localhost", new GrpcChannelOptions { HttpHandler = _app.GetTestServer().CreateHandler() });

    public static async Task<GatewayApp> StartAsync(CancellationToken stop, params (string Key, string Value)[] settings)
    {
        var gateway = new GatewayApp(settings);
        await gateway._app.StartAsync(stop);
        return gateway;
    }

    /// <summary>Starts a run on an inline document.</summary>
    public async Task<string> RunAsync(string body, CancellationToken stop)
    {
        using var response = await Http.PostAsync("/api/v1/runs", new StringContent(body, System.Text.Encoding.UTF8, "application/json"), stop);
        var answer = await response.Content.ReadFromJsonAsync<JsonObject>(stop);
        Assert.True(response.IsSuccessStatusCode, answer!.ToJsonString());
        return answer["id"]!.GetValue<string>();
    }

    /// <summary>A finished run with these tools and tasks, as the services would have written it.</summary>
    public async Task WriteRunAsync(string id, IReadOnlyList<string> tools, IReadOnlyList<string> trajectories, CancellationToken stop)
    {
        await Runs.SaveAsync(new RunDocument(id, [], new Dictionary<string, System.Text.Json.JsonElement>(), 0, PipelineStage.Filter, RunStatus.Completed),
            stop);
        foreach (var stage in Enum.GetValues<PipelineStage>().Where(stage => stage <= PipelineStage.Filter))
        {
            await Runs.ChangeAsync(id, stage, document => document with { Fingerprint = id + stage, Status = RunStatus.Completed }, stop);
        }

        foreach (var tool in tools)
        {
            await Store.PutIfAbsentAsync(Collections.Tools, TypedDocuments.Of(id, tool, new { id = tool }), stop);
        }

        foreach (var trajectory in trajectories)
        {
            await Store.PutIfAbsentAsync(Collections.Trajectories, TypedDocuments.Of(id, trajectory,
                new { id = trajectory, task = "task_1", domain = "shop", messages = Array.Empty<object>() }, ("domain", "shop")), stop);
            await Store.PutIfAbsentAsync(Collections.Verdicts, TypedDocuments.Of(id, trajectory, new { accepted = true }), stop);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
