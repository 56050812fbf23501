using AgentScaler.Contracts.Policy.V1;
using AgentScaler.Hosting.Rpc;
using AgentScaler.Pipeline;
using Google.Rpc;
using Grpc.Core;
using Grpc.Health.V1;
using Grpc.Net.Client;
using Grpc.Reflection.V1Alpha;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;
using HealthService = Grpc.Health.V1.Health;

namespace AgentScaler.Hosting.Tests.Rpc;

public sealed class GrpcDefaultsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<Exception, StatusCode, string, string> Mappings => new()
    {
        { new KeyNotFoundException("There is no domain 'x'."), StatusCode.NotFound, "NOT_FOUND", "There is no domain 'x'." },
        { new ArgumentException("stage is 3"), StatusCode.InvalidArgument, "INVALID_ARGUMENT", "stage is 3" },
        { new InvalidOperationException("the run has ended"), StatusCode.FailedPrecondition, "FAILED_PRECONDITION", "the run has ended" },
        { new UnrecoverableException("the document is broken"), StatusCode.FailedPrecondition, "FAILED_PRECONDITION", "the document is broken" },
        { new TimeoutException("mongodb://user:secret@host"), StatusCode.DeadlineExceeded, "TIMEOUT", "did not answer in time" },
        { new IOException("amqp://user:secret@host"), StatusCode.Unavailable, "UNAVAILABLE", "try again" },
        { new OperationCanceledException(), StatusCode.Cancelled, "CANCELLED", "cancelled" },
        { new NullReferenceException("a secret"), StatusCode.Internal, "INTERNAL", "the server's log says why" },
    };

    [Theory]
    [MemberData(nameof(Mappings), DisableDiscoveryEnumeration = true)]
    public async Task An_exception_becomes_a_code_a_message_and_a_reason(Exception thrown, StatusCode code, string reason, string message)
    {
        await using var app = await StartAsync(policies => policies.Thrown = thrown);
        using var channel = Channel(app);
        var error = await Assert.ThrowsAsync<RpcException>(async () =>
            await new PolicyService.PolicyServiceClient(channel).GenerateAsync(new GenerateRequest(), cancellationToken: Stop));
        Assert.Equal(code, error.StatusCode);
        Assert.Contains(message, error.Status.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", error.Status.Detail, StringComparison.Ordinal);
        var info = error.GetRpcStatus()!.GetDetail<ErrorInfo>();
        Assert.Equal(("agentscaler", reason), (info!.Domain, info.Reason));
    }

    [Fact]
    public async Task A_status_that_a_service_chose_itself_stays()
    {
        await using var app =
            await StartAsync(policies => policies.Thrown = new RpcException(new Grpc.Core.Status(StatusCode.Aborted, "step 4 was written by another")));
        using var channel = Channel(app);
        var error = await Assert.ThrowsAsync<RpcException>(async () =>
            await new PolicyService.PolicyServiceClient(channel).GenerateAsync(new GenerateRequest(), cancellationToken: Stop));
        Assert.Equal((StatusCode.Aborted, "step 4 was written by another"), (error.StatusCode, error.Status.Detail));
    }

    [Fact]
    public async Task Health_over_gRPC_is_the_readiness_of_the_process()
    {
        await using var app = await StartAsync(_ => { });
        using var channel = Channel(app);
        var health = new HealthService.HealthClient(channel);
        Assert.Equal(HealthCheckResponse.Types.ServingStatus.Serving, (await health.CheckAsync(new HealthCheckRequest(), cancellationToken: Stop)).Status);
        app.Services.GetRequiredService<Part>().Answers = false;
        Assert.Equal(HealthCheckResponse.Types.ServingStatus.NotServing, (await health.CheckAsync(new HealthCheckRequest(), cancellationToken: Stop)).Status);
    }

    [Theory]
    [InlineData("Development", true)]
    [InlineData("Production", false)]
    public async Task Services_describe_themselves_only_while_developing(string environment, bool described)
    {
        await using var app = await StartAsync(_ => { }, environment);
        using var channel = Channel(app);
        using var call = new ServerReflection.ServerReflectionClient(channel).ServerReflectionInfo(cancellationToken: Stop);
        if (!described)
        {
            var error = await Assert.ThrowsAsync<RpcException>(() => call.ResponseStream.MoveNext(Stop));
            Assert.Equal(StatusCode.Unimplemented, error.StatusCode);
            return;
        }

        await call.RequestStream.WriteAsync(new ServerReflectionRequest { ListServices = "" }, Stop);
        Assert.True(await call.ResponseStream.MoveNext(Stop));
        Assert.Contains("agentscaler.policy.v1.PolicyService", call.ResponseStream.Current.ListServicesResponse.Service.Select(service => service.Name));
    }

    private static async Task<WebApplication> StartAsync(Action<Policies> arrange, string environment = "Production")
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        var policies = new Policies();
        arrange(policies);
        builder.Services.AddSingleton(policies);
        builder.Services.AddSingleton<Part>();
        builder.Services.AddHealthChecks()
            .AddCheck<Part>("part", tags: ["ready"])
            .AddCheck("engine", () => HealthCheckResult.Unhealthy(), tags: ["engine"]);
        builder.Services.AddGrpcDefaults().AddGrpcDefaults();
        var app = builder.Build();
        app.MapGrpcService<Policies>();
        app.MapGrpcDefaults();
        await app.StartAsync(Stop);
        return app;
    }

    private static GrpcChannel Channel(WebApplication app) =>
        GrpcChannel.ForAddress("http://localhost", new GrpcChannelOptions { HttpHandler = app.GetTestServer().CreateHandler() });

    private sealed class Policies : PolicyService.PolicyServiceBase
    {
        public Exception? Thrown { get; set; }

        public override Task<GenerateResponse> Generate(GenerateRequest request, ServerCallContext context) =>
            Thrown is null ? Task.FromResult(new GenerateResponse()) : Task.FromException<GenerateResponse>(Thrown);
    }

    private sealed class Part : IHealthCheck
    {
        public bool Answers { get; set; } = true;

        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
            Task.FromResult(Answers ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy());
    }
}
