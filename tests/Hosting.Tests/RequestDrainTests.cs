using System.Diagnostics;
using System.Net;
using AgentScaler.Contracts.Policy.V1;
using AgentScaler.Hosting.Rpc;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AgentScaler.Hosting.Tests;

/// <summary>Requests that are no streams have seconds to end when a service stops, and are told or cut off then.</summary>
public sealed class RequestDrainTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_slow_call_is_told_to_try_again_and_a_slow_answer_does_not_look_whole()
    {
        var policies = new SlowPolicies();
        await using var app = await StartAsync(policies);
        using var channel = GrpcChannel.ForAddress(app.Urls.First());
        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.Last()) };
        var call = new PolicyService.PolicyServiceClient(channel).GenerateAsync(new GenerateRequest(), cancellationToken: Stop).ResponseAsync;
        using var answer = await http.GetAsync("/slow", HttpCompletionOption.ResponseHeadersRead, Stop);
        await policies.Asked.Task.WaitAsync(Stop);

        var clock = Stopwatch.StartNew();
        await app.StopAsync(Stop);

        // Five seconds, and something for a busy machine; the web server alone would wait for thirty.
        Assert.InRange(clock.Elapsed.TotalSeconds, 4, 20);
        var told = await Assert.ThrowsAsync<RpcException>(() => call);
        Assert.Equal(StatusCode.Unavailable, told.StatusCode);
        await Assert.ThrowsAnyAsync<Exception>(() => answer.Content.ReadAsStringAsync(Stop));
    }

    [Fact]
    public async Task A_call_that_ends_in_time_is_answered()
    {
        var policies = new SlowPolicies { Takes = TimeSpan.FromSeconds(1) };
        await using var app = await StartAsync(policies);
        using var channel = GrpcChannel.ForAddress(app.Urls.First());
        var call = new PolicyService.PolicyServiceClient(channel).GenerateAsync(new GenerateRequest(), cancellationToken: Stop).ResponseAsync;
        await policies.Asked.Task.WaitAsync(Stop);
        await app.StopAsync(Stop);
        Assert.Equal("stop", (await call).FinishReason);
    }

    private static async Task<WebApplication> StartAsync(SlowPolicies policies)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2);
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http1);
        });
        builder.Services.AddSingleton(policies).AddGrpcDefaults();
        var app = builder.Build();
        app.UseMiddleware<RequestDrain>();
        app.MapGrpcService<SlowPolicies>();
        app.MapGet("/slow", async (HttpContext context) =>
        {
            await context.Response.WriteAsync("the first half", Stop);
            await context.Response.Body.FlushAsync(Stop);
            await Task.Delay(TimeSpan.FromMinutes(1), context.RequestAborted);
        });
        await app.StartAsync(Stop);
        return app;
    }

    private sealed class SlowPolicies : PolicyService.PolicyServiceBase
    {
        public TimeSpan Takes { get; init; } = TimeSpan.FromMinutes(1);

        public TaskCompletionSource Asked { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public override async Task<GenerateResponse> Generate(GenerateRequest request, ServerCallContext context)
        {
            Asked.TrySetResult();
            await Task.Delay(Takes, context.CancellationToken);
            return new GenerateResponse { FinishReason = "stop" };
        }
    }
}
