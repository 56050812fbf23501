using System.Collections.Concurrent;
using System.Net;
using AgentScaler.Traces.Tests.Otlp;
using Grpc.Core;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace AgentScaler.StandIns;

/// <summary>
/// Stands where Jaeger stands: takes spans by OTLP over gRPC, says that it is well, and finds traces by service and operation. It listens on IPv4 alone, as
/// Jaeger's image makes Jaeger do.
/// </summary>
internal static class Jaeger
{
    public static async Task<int> RunAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Any, 4317, listen => listen.Protocols = HttpProtocols.Http2);
            kestrel.Listen(IPAddress.Any, 13133);
            kestrel.Listen(IPAddress.Any, 16686);
        });
        builder.Services.AddGrpc(options => options.MaxReceiveMessageSize = null);
        builder.Services.AddSingleton<Receiver>();
        var app = builder.Build();
        app.MapGrpcService<Receiver>();
        app.MapMethods("/status", ["GET", "HEAD"], () => Results.Json(new { status = "StatusOK" }));
        app.MapGet("/api/services", (Receiver spans) => new { data = spans.Services() });
        app.MapGet("/api/traces",
            (Receiver spans, string service, string? operation, int? limit) => new { data = spans.Find(service, operation).Take(limit ?? 20) });
        await app.RunAsync();
        return 0;
    }

    /// <summary>Of each trace the operations of each service.</summary>
    internal sealed class Receiver : TraceService.TraceServiceBase
    {
        private readonly ConcurrentDictionary<(string Service, string Operation, string TraceId), int> _spans = new();

        public IEnumerable<string> Services() => _spans.Keys.Select(span => span.Service).Distinct().Order(StringComparer.Ordinal);

        public IEnumerable<object> Find(string service, string? operation) => _spans
            .Where(span => span.Key.Service == service && (operation is null || span.Key.Operation == operation))
            .GroupBy(span => span.Key.TraceId)
            .Select(trace => new { traceID = trace.Key, spans = trace.Select(span => new { operationName = span.Key.Operation, times = span.Value }) });

        public override Task<ExportTraceServiceResponse> Export(ExportTraceServiceRequest request, ServerCallContext context)
        {
            foreach (var resource in request.ResourceSpans)
            {
                var service = resource.Resource.Attributes.First(attribute => attribute.Key == "service.name").Value.StringValue;
                foreach (var span in resource.ScopeSpans.SelectMany(scope => scope.Spans))
                {
                    _spans.AddOrUpdate((service, span.Name, Convert.ToHexStringLower(span.TraceId.Span)), 1, (_, times) => times + 1);
                }
            }

            return Task.FromResult(new ExportTraceServiceResponse());
        }
    }
}
