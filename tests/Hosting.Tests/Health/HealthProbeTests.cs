using System.Net;
using AgentScaler.Hosting.Health;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace AgentScaler.Hosting.Tests.Health;

public sealed class HealthProbeTests
{
    [Theory]
    [InlineData("Kestrel:Endpoints:Http:Url", "http://*:8080", "http://localhost:8080/health/ready")]
    [InlineData("Kestrel:Endpoints:Http:Url", "http://127.0.0.1:9000", "http://127.0.0.1:9000/health/ready")]
    [InlineData("urls", "http://+:5050;http://+:5051", "http://localhost:5050/health/ready")]
    [InlineData("urls", "http://0.0.0.0:5050", "http://localhost:5050/health/ready")]
    [InlineData("http_ports", "8080;8081", "http://localhost:8080/health/ready")]
    [InlineData("other", "value", "http://localhost:5000/health/ready")]
    public void It_asks_where_the_service_listens(string setting, string value, string asked)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new(setting, value)]).Build();

        Assert.Equal(new Uri(asked), HealthProbe.Address(configuration));
    }

    [Theory]
    [InlineData(200, 0, "")]
    [InlineData(503, 1, "503: Unhealthy")]
    public async Task Ready_is_0_and_anything_else_is_1_with_the_reason(int status, int exit, string reason)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        await using var service = builder.Build();
        service.MapGet("/health/ready", () => Results.Text(status == 200 ? "Healthy" : "Unhealthy", statusCode: status));
        await service.StartAsync(TestContext.Current.CancellationToken);
        await using var error = new StringWriter();

        Assert.Equal(exit, await HealthProbe.RunAsync(new Uri(service.Urls.Single() + "/health/ready"), error));

        Assert.Contains(reason, error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_that_does_not_answer_is_not_ready()
    {
        await using var error = new StringWriter();

        Assert.Equal(1, await HealthProbe.RunAsync(new Uri("http://127.0.0.1:1/health/ready"), error));

        Assert.Contains("does not answer", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Only_the_verb_alone_asks_for_it()
    {
        Assert.True(HealthProbe.IsAsked(["health"]));
        Assert.False(HealthProbe.IsAsked([]));
        Assert.False(HealthProbe.IsAsked(["health", "--urls=http://*:1"]));
    }
}
