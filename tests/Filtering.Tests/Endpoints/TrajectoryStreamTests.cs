using System.Net;
using AgentScaler.Contracts.Trajectories.V1;
using AgentScaler.Filtering.Endpoints;
using AgentScaler.Hosting.Rpc;
using AgentScaler.Pipeline.Runs;
using AgentScaler.Storage;
using AgentScaler.Storage.Sqlite;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AgentScaler.Filtering.Tests.Endpoints;

/// <summary>A trainer that reads slowly slows the server down: what the server has read ahead stays small.</summary>
public sealed class TrajectoryStreamTests : IAsyncLifetime
{
    private const int Trajectories = 400;
    private const int Size = 64 * 1024;

    private readonly string _folder = Directory.CreateTempSubdirectory("agentscaler-stream-").FullName;
    private SqliteDocumentStore _documents = null!;
    private IDocumentStore _store = null!;
    private WebApplication _app = null!;
    private GrpcChannel _channel = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private TrajectoryService.TrajectoryServiceClient Client => new(_channel);

    public async ValueTask InitializeAsync()
    {
        _documents = new SqliteDocumentStore(new SqliteStoreOptions { Path = Path.Combine(_folder, "store.db") }, TimeProvider.System);
        _store = CountingStore.Of(_documents);
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        builder.Logging.ClearProviders();
        builder.Services.AddGrpcDefaults();
        builder.Services.AddSingleton(_store);
        builder.Services.AddSingleton<RunRepository>();
        _app = builder.Build();
        _app.MapGrpcService<TrajectoryGrpcService>();
        await _app.StartAsync(Stop);
        _channel = GrpcChannel.ForAddress(_app.Urls.First());

        await new RunRepository(_store)
            .SaveAsync(new RunDocument("run", [], new Dictionary<string, System.Text.Json.JsonElement>(), 0, PipelineStage.Filter, RunStatus.Running), Stop);
        foreach (var i in Enumerable.Range(0, Trajectories))
        {
            var id = $"trajectory{i:d4}";
            var verdict = new Dictionary<string, string> { ["stage"] = i % 2 == 0 ? "accepted" : "validity" };
            await _store.PutIfAbsentAsync(Collections.Trajectories,
                new Document("run", id, $"{{\"id\":\"{id}\",\"text\":\"{new string('x', Size)}\"}}", new Dictionary<string, string>()), Stop);
            await _store.PutIfAbsentAsync(Collections.Verdicts, new Document("run", id, "{\"accepted\":true}", verdict), Stop);
        }
    }

    [Fact]
    public async Task A_slow_reader_holds_the_server_back()
    {
        await CompleteAsync();
        using var stream = Client.StreamAccepted(new StreamAcceptedRequest { RunId = "run" }, cancellationToken: Stop);
        Assert.True(await stream.ResponseStream.MoveNext(Stop));

        var ahead = await SettledAsync();

        Assert.InRange(ahead, 1, 60);
        var read = new List<string> { stream.ResponseStream.Current.Id };
        await foreach (var trajectory in stream.ResponseStream.ReadAllAsync(Stop))
        {
            read.Add(trajectory.Id);
        }

        Assert.Equal(Enumerable.Range(0, Trajectories / 2).Select(i => $"trajectory{2 * i:d4}"), read);
    }

    [Fact]
    public async Task The_stream_begins_when_every_trajectory_is_judged()
    {
        using var stream = Client.StreamAccepted(new StreamAcceptedRequest { RunId = "run", AfterId = "trajectory0390" }, cancellationToken: Stop);
        var first = stream.ResponseStream.MoveNext(Stop);
        Assert.False(first.IsCompleted);

        await CompleteAsync();

        Assert.True(await first);
        Assert.Equal("trajectory0392", stream.ResponseStream.Current.Id);
        Assert.EndsWith(",\"verdict\":{\"accepted\":true}}", stream.ResponseStream.Current.TrajectoryJson, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_that_ended_unjudged_or_was_never_there_is_an_error()
    {
        Assert.Equal(StatusCode.NotFound, await FailureAsync("nowhere"));
        await new RunRepository(_store).EndAsync("run", RunStatus.Cancelled, "no longer wanted", Stop);
        Assert.Equal(StatusCode.FailedPrecondition, await FailureAsync("run"));
    }

    public async ValueTask DisposeAsync()
    {
        _channel.Dispose();
        await _app.DisposeAsync();
        await _documents.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private Task CompleteAsync() => new RunRepository(_store).CompleteAsync("run", PipelineStage.Filter, new { }, Stop);

    private async Task<StatusCode> FailureAsync(string run)
    {
        using var stream = Client.StreamAccepted(new StreamAcceptedRequest { RunId = run }, cancellationToken: Stop);
        return (await Assert.ThrowsAsync<RpcException>(() => stream.ResponseStream.MoveNext(Stop))).StatusCode;
    }

    /// <summary>How many trajectories the server has read when it reads no more.</summary>
    private async Task<int> SettledAsync()
    {
        for (var (before, now) = (-1, CountingStore.GetsOf(_store)); ; before = now, now = CountingStore.GetsOf(_store))
        {
            if (before == now)
            {
                return now;
            }

            await Task.Delay(300, Stop);
        }
    }
}
