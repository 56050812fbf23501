using System.Net;
using System.Text;
using System.Text.Json;
using AgentScaler.Contracts.Environments.V1;
using AgentScaler.Environments;
using AgentScaler.Fixtures;
using AgentScaler.Hosting;
using AgentScaler.Pipeline.Documents;
using AgentScaler.Pipeline.Runs;
using AgentScaler.Serving.Sessions;
using AgentScaler.Storage;
using AgentScaler.Trajectories;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace AgentScaler.Serving.Tests;

/// <summary>The shop, materialized in two runs and served over gRPC and MCP on two ports of this machine.</summary>
internal sealed class ServedShop : IAsyncDisposable
{
    public const string Older = "older";
    public const string Newer = "newer";

    private readonly TemporaryStore _store = new();
    private readonly WebApplication _app;
    private readonly GrpcChannel _channel;

    private ServedShop(WebApplication app, TemporaryStore store, FakeTimeProvider time, string http, string grpc)
    {
        (_app, _store, Time, Http) = (app, store, time, new Uri(http));
        _channel = GrpcChannel.ForAddress(grpc);
    }

    public static TaskSpecification Task => ShopTasks.Write;

    public FakeTimeProvider Time { get; }

    public Uri Http { get; }

    public EnvironmentService.EnvironmentServiceClient Client => new(_channel);

    /// <summary>Sessions that are in memory now.</summary>
    public int InMemory => _app.Services.GetRequiredService<SessionStore>().InMemory;

    /// <param name="sessions">Most sessions in memory.</param>
    public static async Task<ServedShop> StartAsync(int sessions = 1000)
    {
        var stop = TestContext.Current.CancellationToken;
        var (store, time) = (new TemporaryStore(), new FakeTimeProvider());
        await FillAsync(store, stop);
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http1);
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2);
        });
        builder.Logging.ClearProviders();
        builder.Configuration["Serving:Sessions"] = sessions.ToString(System.Globalization.CultureInfo.InvariantCulture);
        builder.Services.AddSingleton<TimeProvider>(time);
        builder.Services.AddSingleton<IDocumentStore>(store.Documents);
        builder.Services.AddSingleton<IArtifactStore>(store.Artifacts);
        builder.Services.AddSingleton<RunRepository>();
        builder.Services.AddSingleton<EnvironmentCache>();
        builder.Services.AddServing(builder.Configuration).AddEnvironmentTools();
        var app = builder.Build();

        // The gateway answers what is not there in this way too.
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            StatusCodeSelector = e => e is KeyNotFoundException
            ? 404
            : 500,
            ExceptionHandler = _ => System.Threading.Tasks.Task.CompletedTask,
            AllowStatusCode404Response = true
        });
        app.MapEnvironmentService();
        app.MapEnvironmentTools();
        await app.StartAsync(stop);
        var addresses = app.Urls.ToArray();
        return new ServedShop(app, store, time, addresses[0], addresses[1]);
    }

    public async ValueTask DisposeAsync()
    {
        _channel.Dispose();
        await _app.DisposeAsync();
        await _store.DisposeAsync();
    }

    private static async Task FillAsync(TemporaryStore store, CancellationToken stop)
    {
        var files = new Dictionary<string, ArtifactReference>(StringComparer.Ordinal);
        foreach (var (name, text) in EnvironmentFiles.Write(Shop.Definition, Shop.State, "[]"))
        {
            files[name] = await store.Artifacts.PutAsync(new MemoryStream(Encoding.UTF8.GetBytes(text)), "text/plain", stop);
        }

        var document = new EnvironmentDocument("domain_shop", "shop", Shop.Definition.Id, EnvironmentDocument.Materialized, null, files, null);
        var requested = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        foreach (var (run, day) in new[] { (Older, 0), (Newer, 1) })
        {
            await new RunRepository(store.Documents).SaveAsync(
                new RunDocument(run, [], new Dictionary<string, JsonElement>(), 0, PipelineStage.Filter,
                    RunStatus.Completed)
                { Requested = requested.AddDays(day) }, stop);
            await store.Documents.PutIfAbsentAsync(
                Collections.Environments, TypedDocuments.Of(run, document.Domain, document, ("slug", "shop"), ("status", EnvironmentDocument.Materialized)),
                    stop);
            await store.Documents.PutIfAbsentAsync(Collections.Tasks, TypedDocuments.Of(run, Task.Id, Task), stop);
        }
    }
}
