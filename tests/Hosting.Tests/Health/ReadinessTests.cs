using System.Net;
using System.Reflection;
using AgentScaler.Storage;
using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AgentScaler.Hosting.Tests.Health;

public sealed class ReadinessTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("agentscaler-ready-");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_process_is_ready_while_its_bus_and_its_store_answer()
    {
        await using var app = await StartAsync(_ => { });
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), await HealthAsync(app));
        await app.Services.GetRequiredService<IBusControl>().StopAsync(Stop);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable), await HealthAsync(app));
    }

    [Fact]
    public async Task A_process_whose_store_does_not_answer_lives_and_is_not_ready()
    {
        await using var app = await StartAsync(services => services.AddSingleton(DispatchProxy.Create<IDocumentStore, Silent>()));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable), await HealthAsync(app));
    }

    private static async Task<(HttpStatusCode Live, HttpStatusCode Ready)> HealthAsync(WebApplication app)
    {
        var http = app.GetTestClient();
        return ((await http.GetAsync("/health/live", Stop)).StatusCode, (await http.GetAsync("/health/ready", Stop)).StatusCode);
    }

    private async Task<WebApplication> StartAsync(Action<IServiceCollection> arrange)
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(
            new Dictionary<string, string?> { ["Storage:Sqlite:Path"] = Path.Combine(_folder.FullName, "agentscaler.db") });
        builder.AddServiceDefaults("test");
        arrange(builder.Services);
        var app = builder.Build();
        app.MapServiceDefaults();
        await app.StartAsync(Stop);
        return app;
    }

    /// <summary>A store out of reach.</summary>
    public class Silent : DispatchProxy
    {
        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => throw new IOException("out of reach");
    }
}
