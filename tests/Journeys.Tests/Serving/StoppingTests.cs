using System.Diagnostics;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using AgentScaler.Contracts.Environments.V1;
using AgentScaler.Contracts.Run.V1;
using AgentScaler.Contracts.Training.V1;
using AgentScaler.Contracts.Trajectories.V1;
using AgentScaler.TestInfrastructure.Services;
using Grpc.Core;
using Grpc.Health.V1;
using Grpc.Net.Client;

namespace AgentScaler.Journeys.Tests.Serving;

/// <summary>A service that is told to end (SIGTERM) ends its open streams at once, so that nobody who reads one holds it up, and exits 0.</summary>
public sealed class StoppingTests(StoppingTests.Domain domain) : IClassFixture<StoppingTests.Domain>
{
    /// <summary>Alone on the machine it takes less than one second; while the streams were waited for it took thirty.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_gateway_ends_its_event_streams()
    {
        await using var gateway = await StartAsync(StackService.Gateway);
        var run = await OrderAsync(gateway);
        using var http = new HttpClient { BaseAddress = gateway.Address };
        using var channel = GrpcChannel.ForAddress(gateway.GrpcAddress);
        using var events = await OpenAsync(http, $"/api/v1/runs/{run}/events");
        using var mcp = await OpenAsync(http, $"/mcp/{domain.Slug}", await McpSessionAsync(http));
        using var watch = new RunService.RunServiceClient(channel).Watch(new Contracts.Run.V1.WatchRequest { RunId = run }, cancellationToken: Stop);
        using var health = new Health.HealthClient(channel).Watch(new HealthCheckRequest(), cancellationToken: Stop);
        using var read = new StreamReader(await events.Content.ReadAsStreamAsync(Stop));
        Assert.Equal("event: progress", await read.ReadLineAsync(Stop));
        Assert.True(await watch.ResponseStream.MoveNext(Stop));
        Assert.True(await health.ResponseStream.MoveNext(Stop));
        using var listening = await SessionAsync(channel);
        using var idle = await SessionAsync(channel);
        var told = ToldToTryAgainAsync(listening.ResponseStream);

        await EndsAsync(gateway);

        // What is served as HTTP ends as a stream does that is over; its client asks for the rest with Last-Event-ID.
        Assert.DoesNotContain("event: end", await read.ReadToEndAsync(Stop), StringComparison.Ordinal);
        await mcp.Content.ReadAsStringAsync(Stop);
        await ToldToTryAgainAsync(watch.ResponseStream);
        await told;
        // Nobody looked at this one while the service ended; its connection is gone.
        await Assert.ThrowsAsync<RpcException>(() => idle.ResponseStream.MoveNext(Stop));
    }

    [Fact]
    public async Task Filtering_ends_its_sessions_and_those_who_wait_for_verdicts()
    {
        var run = await OrderAsync();
        await using var filtering = await StartAsync(StackService.Filtering);
        using var channel = GrpcChannel.ForAddress(filtering.GrpcAddress);
        using var accepted = new TrajectoryService.TrajectoryServiceClient(channel)
            .StreamAccepted(new StreamAcceptedRequest { RunId = run }, cancellationToken: Stop);
        using var listening = await SessionAsync(channel);
        using var idle = await SessionAsync(channel);
        var told = ToldToTryAgainAsync(listening.ResponseStream);

        await EndsAsync(filtering);

        await ToldToTryAgainAsync(accepted.ResponseStream);
        await told;
        // Nobody looked at this one while the service ended; its connection is gone.
        await Assert.ThrowsAsync<RpcException>(() => idle.ResponseStream.MoveNext(Stop));
    }

    [Fact]
    public async Task Training_ends_those_who_watch_a_job()
    {
        var run = await OrderAsync();
        await using var training = await StartAsync(StackService.Training);
        using var channel = GrpcChannel.ForAddress(training.GrpcAddress);
        var client = new TrainingService.TrainingServiceClient(channel);
        var job = (await client.StartAsync(new Contracts.Training.V1.StartRequest { RunId = run, Stage = 1 }, cancellationToken: Stop)).JobId;
        using var watch = await WatchAsync(client, run, job);

        await EndsAsync(training);

        await ToldToTryAgainAsync(watch.ResponseStream);
    }

    private Task<ServiceProcess> StartAsync(StackService service) => domain.StartAsync(service, Stop);

    /// <summary>A run that goes on for as long as nobody collects, which is for ever where the gateway is alone with its bus.</summary>
    private async Task<string> OrderAsync()
    {
        await using var gateway = await StartAsync(StackService.Gateway);
        return await OrderAsync(gateway);
    }

    private static async Task<string> OrderAsync(ServiceProcess gateway)
    {
        using var http = new HttpClient { BaseAddress = gateway.Address };
        var order =
            new StringContent("""{"sources":[{"inline":{"openapi":"3.1.0"},"name":"any.json"}],"until":"evaluate"}""", Encoding.UTF8, "application/json");
        using var ordered = await http.PostAsync("/api/v1/runs", order, Stop);
        return (await ordered.Content.ReadFromJsonAsync<JsonObject>(Stop))!["id"]!.GetValue<string>();
    }

    private static async Task<HttpResponseMessage> OpenAsync(HttpClient http, string path, string? session = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Accept.ParseAdd("text/event-stream");
        if (session is not null)
        {
            request.Headers.Add("Mcp-Session-Id", session);
        }

        var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Stop);
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.MediaType);
        return response;
    }

    private async Task<string> McpSessionAsync(HttpClient http)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/mcp/{domain.Slug}");
        request.Headers.Accept.ParseAdd("application/json, text/event-stream");
        request.Content = new StringContent(
            """{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},"clientInfo":{"name":"test","version":"1"}}}""",
            Encoding.UTF8, "application/json");
        using var response = await http.SendAsync(request, Stop);
        return response.Headers.GetValues("Mcp-Session-Id").Single();
    }

    private static async Task<AsyncServerStreamingCall<Contracts.Training.V1.WatchResponse>> WatchAsync(TrainingService.TrainingServiceClient client,
        string run, string job)
    {
        while (true)
        {
            var watch = client.Watch(new Contracts.Training.V1.WatchRequest { RunId = run, JobId = job }, cancellationToken: Stop);
            try
            {
                Assert.True(await watch.ResponseStream.MoveNext(Stop));
                return watch;
            }
            catch (RpcException exception) when (exception.StatusCode == StatusCode.NotFound)
            {
                // The job's message has not been taken yet.
                watch.Dispose();
                await Task.Delay(100, Stop);
            }
        }
    }

    private async Task<AsyncDuplexStreamingCall<InteractRequest, InteractResponse>> SessionAsync(GrpcChannel channel)
    {
        var episode = new EnvironmentService.EnvironmentServiceClient(channel).Interact(cancellationToken: Stop);
        var open = new OpenSessionRequest { RunId = Standalone.Pipeline.WorkspaceFiles.Run, Domain = domain.Slug };
        await episode.RequestStream.WriteAsync(new InteractRequest { Open = open }, Stop);
        Assert.True(await episode.ResponseStream.MoveNext(Stop));
        return episode;
    }

    private static async Task EndsAsync(ServiceProcess service)
    {
        var clock = Stopwatch.StartNew();
        var exit = await service.StopAsync(Stop);
        Assert.True(exit == 0, $"{exit}: {service.Output}");
        Assert.True(clock.Elapsed < Limit, $"It took {clock.Elapsed}: {service.Output}");
    }

    private static async Task ToldToTryAgainAsync<T>(IAsyncStreamReader<T> stream)
    {
        var told = await Assert.ThrowsAsync<RpcException>(async () =>
        {
            while (await stream.MoveNext(Stop))
            {
            }
        });
        Assert.Equal($"{StatusCode.Unavailable}: The service is stopping; try again.", $"{told.StatusCode}: {told.Status.Detail}");
    }

    /// <summary>A store with a materialized domain, and services that are each alone with it.</summary>
    public sealed class Domain : IAsyncLifetime
    {
        private readonly Journey _journey = new();

        public string Slug { get; private set; } = "";

        public async ValueTask InitializeAsync()
        {
            await _journey.RunAsync("materialize", CancellationToken.None);
            Slug = Path.GetFileName(Directory.EnumerateDirectories(Path.Combine(_journey.Workspace, "environments")).Order(StringComparer.Ordinal).First());
        }

        public async Task<ServiceProcess> StartAsync(StackService service, CancellationToken cancellationToken)
        {
            var process = await ServiceProcess.StartAsync(service, new Dictionary<string, string>
            {
                ["Storage__Sqlite__Path"] = Path.Combine(_journey.Workspace, "agentscaler.db"),
                ["Training__TakesJobs"] = "false",
            });
            await process.ReadyAsync(cancellationToken);
            return process;
        }

        public ValueTask DisposeAsync()
        {
            _journey.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
