using System.Collections.Concurrent;
using System.Net;
using AgentScaler.Traces.Tests.Otlp;

namespace AgentScaler.StandIns;

/// <summary>
/// Stands where Prometheus stands: takes metrics by OTLP over HTTP where it is told to, says that it is ready, and knows which metrics came, by the names
/// that Prometheus gives them. It listens on IPv4 alone and scrapes nothing.
/// </summary>
internal static class Prometheus
{
    private static readonly Dictionary<string, string> Units = new() { ["s"] = "_seconds", ["By"] = "_bytes" };

    public static async Task<int> RunAsync(string[] args)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Any, 9090));
        var app = builder.Build();
        var exports = new ConcurrentDictionary<string, int>();
        if (args.Contains("--web.enable-otlp-receiver"))
        {
            app.MapPost("/api/v1/otlp/v1/metrics", (HttpContext context) => ReceiveAsync(context, exports));
        }

        app.MapMethods("/-/ready", ["GET", "HEAD"], () => "Prometheus' stand-in is ready.");
        app.MapGet("/api/v1/query", (string query) => new
        {
            status = "success",
            data = new
            {
                resultType = "vector",
                result = exports.Where(export => export.Key == query)
                .Select(export => new { metric = new { __name__ = export.Key }, exports = export.Value })
            },
        });
        await app.RunAsync();
        return 0;
    }

    private static async Task ReceiveAsync(HttpContext context, ConcurrentDictionary<string, int> exports)
    {
        if (context.Request.ContentType != "application/x-protobuf")
        {
            context.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
            return;
        }

        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var request = ExportMetricsServiceRequest.Parser.ParseFrom(body.ToArray());
        foreach (var metric in request.ResourceMetrics.SelectMany(resource => resource.ScopeMetrics).SelectMany(scope => scope.Metrics))
        {
            exports.AddOrUpdate(Name(metric), 1, (_, times) => times + 1);
        }
    }

    private static string Name(Metric metric)
    {
        var name = metric.Name.Replace('.', '_') + Units.GetValueOrDefault(metric.Unit, "");
        return metric.DataCase switch
        {
            Metric.DataOneofCase.Sum when metric.Sum.IsMonotonic => name + "_total",
            Metric.DataOneofCase.Histogram => name + "_count",
            _ => name,
        };
    }
}
