using AgentScaler.Contracts.Run.V1;
using Google.Protobuf;
using Grpc.Core;

namespace AgentScaler.Gateway.Tests.Api;

public sealed class RunServiceTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_run_is_started_watched_and_cancelled_over_gRPC()
    {
        await using var gateway = await GatewayApp.StartAsync(Stop);
        using var channel = gateway.Channel;
        var client = new RunService.RunServiceClient(channel);
        var request = new StartRequest
        {
            Until = "filter",
            OptionsJson = """{"seed":3}""",
            Sources = { new Source { Inline = ByteString.CopyFromUtf8(GatewayApp.Document), Name = "shop.json" } }
        };
        var started = await client.StartAsync(request, deadline: DateTime.UtcNow.AddMinutes(1), cancellationToken: Stop);
        Assert.True(started.Created);
        var again = await client.StartAsync(request, cancellationToken: Stop);
        Assert.Equal((started.RunId, false), (again.RunId, again.Created));

        using var call = client.Watch(new WatchRequest { RunId = started.RunId }, cancellationToken: Stop);
        Assert.True(await call.ResponseStream.MoveNext(Stop));
        Assert.Equal(("running", "collect"), (call.ResponseStream.Current.Status, call.ResponseStream.Current.Stages[0].Stage));
        Assert.True((await client.CancelAsync(new CancelRequest { RunId = started.RunId }, cancellationToken: Stop)).Cancelled);
        var last = await call.ResponseStream.ReadAllAsync(Stop).LastAsync(Stop);
        Assert.Equal(("cancelled", "cancelled by request"), (last.Status, last.Reason));
        Assert.False((await client.CancelAsync(new CancelRequest { RunId = started.RunId }, cancellationToken: Stop)).Cancelled);
    }

    [Fact]
    public async Task Mistakes_have_the_status_that_AIP_193_gives_them()
    {
        await using var gateway = await GatewayApp.StartAsync(Stop);
        using var channel = gateway.Channel;
        var client = new RunService.RunServiceClient(channel);
        Assert.Equal(StatusCode.InvalidArgument, await StatusAsync(async () => await client.StartAsync(new StartRequest(), cancellationToken: Stop)));
        Assert.Equal(StatusCode.InvalidArgument,
            await StatusAsync(async () => await client.StartAsync(new StartRequest { OptionsJson = "{" }, cancellationToken: Stop)));
        Assert.Equal(StatusCode.NotFound,
            await StatusAsync(async () => await client.CancelAsync(new CancelRequest { RunId = "none" }, cancellationToken: Stop)));
        Assert.Equal(StatusCode.NotFound,
            await StatusAsync(async () => await client.Watch(new WatchRequest { RunId = "none" }, cancellationToken: Stop).ResponseStream.MoveNext(Stop)));
        Assert.Equal(StatusCode.DeadlineExceeded, await StatusAsync(async () =>
            await client.StartAsync(new StartRequest(), deadline: DateTime.UtcNow.AddSeconds(-1), cancellationToken: Stop)));
    }

    [Fact]
    public async Task Without_the_key_a_call_is_unauthenticated()
    {
        await using var gateway = await GatewayApp.StartAsync(Stop, ("Gateway:ApiKey", "a-key-of-sixteen-or-more"));
        using var channel = gateway.Channel;
        var client = new RunService.RunServiceClient(channel);
        Assert.Equal(StatusCode.Unauthenticated,
            await StatusAsync(async () => await client.CancelAsync(new CancelRequest { RunId = "none" }, cancellationToken: Stop)));
        var headers = new Metadata { { "authorization", "Bearer a-key-of-sixteen-or-more" } };
        Assert.Equal(StatusCode.NotFound,
            await StatusAsync(async () => await client.CancelAsync(new CancelRequest { RunId = "none" }, headers, cancellationToken: Stop)));
    }

    private static async Task<StatusCode> StatusAsync(Func<Task> call) => (await Assert.ThrowsAsync<RpcException>(call)).StatusCode;
}
