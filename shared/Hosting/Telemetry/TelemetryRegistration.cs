using MassTransit.Logging;
using MassTransit.Monitoring;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace AgentScaler.Hosting.Telemetry;

/// <summary>Registers traces, metrics and logs. They are exported by OTLP if a standard variable names an endpoint, and nowhere else.</summary>
public static class TelemetryRegistration
{
    /// <exception cref="InvalidOperationException">A setting of sampling is out of its range, or one of a receiver cannot be read; the message names
    /// it.</exception>
    public static IServiceCollection AddTelemetry(this IServiceCollection services, IConfiguration configuration, string service)
    {
        var options = configuration.GetSection(TelemetryOptions.Section).Get<TelemetryOptions>() ?? new TelemetryOptions();
        if (options.EpisodeRatio is not (>= 0 and <= 1))
        {
            throw new InvalidOperationException(FormattableString.Invariant($"Telemetry__EpisodeRatio is {options.EpisodeRatio}; it must be 0 to 1."));
        }

        // Without a receiver there is no listener, and an activity or a measurement without a listener costs nothing.
        var telemetry = services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(configuration["OTEL_SERVICE_NAME"] ?? service));
        if (SignalExport.Read(configuration, "TRACES") is { } traces)
        {
            telemetry.WithTracing(tracing => tracing
                .SetSampler(new RootSampler(configuration, options.EpisodeRatio))
                .AddSource(DiagnosticHeaders.DefaultListenerName, "MongoDB.Driver", "AgentScaler.*")
                .AddProcessor(new RunIdProcessor())
                .AddAspNetCoreInstrumentation(server => server.Filter = request => !request.Request.Path.StartsWithSegments("/health"))
                .AddGrpcClientInstrumentation(client => client.SuppressDownstreamInstrumentation = true)
                .AddHttpClientInstrumentation()
                .AddOtlpExporter(traces.Apply));
        }

        if (SignalExport.Read(configuration, "METRICS") is { } figures)
        {
            telemetry.WithMetrics(metrics => metrics
                .AddMeter(InstrumentationOptions.MeterName, "AgentScaler.*")
                .AddAspNetCoreInstrumentation()
                .AddHttpClientInstrumentation()
                .AddRuntimeInstrumentation()
                .AddOtlpExporter(figures.Apply));
        }

        if (SignalExport.Read(configuration, "LOGS") is { } logs)
        {
            telemetry.WithLogging(logging => logging.AddOtlpExporter(logs.Apply), log => log.IncludeFormattedMessage = true);
        }

        return services;
    }
}
