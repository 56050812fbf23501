using System.Collections.Concurrent;
using System.Net;
using AgentScaler.Traces.Tests.Otlp;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AgentScaler.Traces.Tests.Receiving;

/// <summary>Receives metrics by OTLP over HTTP at one path, as Prometheus would.</summary>
internal sealed class MetricsReceiver : IAsyncDisposable
{
    private readonly WebApplication _app;

    private MetricsReceiver(WebApplication app) => _app = app;

    /// <summary>Units of the metrics received, by name.</summary>
    public ConcurrentDictionary<string, string> Metrics { get; } = new();

    public Uri Address => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    public static async Task<MetricsReceiver> StartAsync(string path)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel(options => options.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        var receiver = new MetricsReceiver(app);
        app.MapPost(path, receiver.ReceiveAsync);
        await app.StartAsync();
        return receiver;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task ReceiveAsync(HttpContext context)
    {
        Assert.Equal("application/x-protobuf", context.Request.ContentType);
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        var request = ExportMetricsServiceRequest.Parser.ParseFrom(body.ToArray());
        foreach (var metric in request.ResourceMetrics.SelectMany(resource => resource.ScopeMetrics).SelectMany(scope => scope.Metrics))
        {
            Metrics[metric.Name] = metric.Unit;
        }
    }
}
