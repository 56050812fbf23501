using MassTransit.Logging;
using MassTransit.Monitoring;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace AgentScaler.Hosting.Telemetry;

/// <summary>Traces, metrics and logs, exported by OTLP where a standard variable names an endpoint, and nowhere else.</summary>
public static class TelemetryRegistration
{
    /// <exception cref="InvalidOperationException">A setting of sampling is out of its range; the message names it.</exception>
    public static IServiceCollection AddTelemetry(this IServiceCollection services, IConfiguration configuration, string service)
    {
        var options = configuration.GetSection(TelemetryOptions.Section).Get<TelemetryOptions>() ?? new TelemetryOptions();
        if (options.EpisodeRatio is not (>= 0 and <= 1))
        {
            throw new InvalidOperationException(FormattableString.Invariant($"Telemetry__EpisodeRatio is {options.EpisodeRatio}; it must be 0 to 1."));
        }

        // Without a receiver there is no listener, and an activity or a measurement nobody hears costs nothing.
        var telemetry = services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(configuration["OTEL_SERVICE_NAME"] ?? service));
        if (Exports(configuration, "TRACES"))
        {
            telemetry.WithTracing(tracing => tracing
                .SetSampler(new RootSampler(configuration, options.EpisodeRatio))
                .AddSource(DiagnosticHeaders.DefaultListenerName, "MongoDB.Driver", "AgentScaler.*")
                .AddProcessor(new RunIdProcessor())
                .AddAspNetCoreInstrumentation(server => server.Filter = request => !request.Request.Path.StartsWithSegments("/health"))
                .AddGrpcClientInstrumentation(client => client.SuppressDownstreamInstrumentation = true)
                .AddHttpClientInstrumentation()
                .AddOtlpExporter());
        }

        if (Exports(configuration, "METRICS"))
        {
            telemetry.WithMetrics(metrics => metrics
                .AddMeter(InstrumentationOptions.MeterName, "AgentScaler.*")
                .AddAspNetCoreInstrumentation()
                .AddHttpClientInstrumentation()
                .AddRuntimeInstrumentation()
                .AddOtlpExporter());
        }

        if (Exports(configuration, "LOGS"))
        {
            telemetry.WithLogging(logging => logging.AddOtlpExporter(), log => log.IncludeFormattedMessage = true);
        }

        return services;
    }

    /// <summary>One variable names the receiver of every signal, or each signal has its own.</summary>
    private static bool Exports(IConfiguration configuration, string signal) =>
        !string.IsNullOrEmpty(configuration["OTEL_EXPORTER_OTLP_ENDPOINT"])
        || !string.IsNullOrEmpty(configuration[$"OTEL_EXPORTER_OTLP_{signal}_ENDPOINT"]);
}
