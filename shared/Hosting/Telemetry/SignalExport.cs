using System.Globalization;
using Microsoft.Extensions.Configuration;
using OpenTelemetry.Exporter;

namespace AgentScaler.Hosting.Telemetry;

/// <summary>
/// The OTLP receiver of one signal. The exporter itself reads the variables of all signals (<c>OTEL_EXPORTER_OTLP_*</c>). It leaves the variables of
/// one signal (<c>OTEL_EXPORTER_OTLP_TRACES_*</c> and so on), which override them, to its registration.
/// </summary>
internal sealed record SignalExport(Uri? Endpoint, OtlpExportProtocol? Protocol, string? Headers, int? TimeoutMilliseconds)
{
    private const string Prefix = "OTEL_EXPORTER_OTLP_";

    /// <param name="signal">TRACES, METRICS or LOGS.</param>
    /// <returns>Null if no variable names a receiver of the signal.</returns>
    /// <exception cref="InvalidOperationException">A variable cannot be read; the message names it.</exception>
    public static SignalExport? Read(IConfiguration configuration, string signal)
    {
        if (string.IsNullOrEmpty(configuration[Prefix + "ENDPOINT"]) && string.IsNullOrEmpty(configuration[$"{Prefix}{signal}_ENDPOINT"]))
        {
            return null;
        }

        return new SignalExport(
            Value<Uri>("ENDPOINT", "an http or https address", ReadAddress),
            Value<OtlpExportProtocol?>("PROTOCOL", "grpc or http/protobuf", ReadProtocol),
            Value<string>("HEADERS", "", text => text),
            Value<int?>("TIMEOUT", "a number of milliseconds", ReadMilliseconds));

        T? Value<T>(string name, string form, Func<string, T?> read)
        {
            var variable = $"{Prefix}{signal}_{name}";
            return configuration[variable] is not { Length: > 0 } text ? default
                : read(text) ?? throw new InvalidOperationException($"{variable} is '{text}'; it must be {form}.");
        }
    }

    /// <summary>Applies the signal's own variables. As their specification demands, an endpoint is used as the whole address.</summary>
    public void Apply(OtlpExporterOptions exporter)
    {
        exporter.Protocol = Protocol ?? exporter.Protocol;
        exporter.Headers = Headers ?? exporter.Headers;
        exporter.TimeoutMilliseconds = TimeoutMilliseconds ?? exporter.TimeoutMilliseconds;
        if (Endpoint is not null)
        {
            exporter.Endpoint = Endpoint;
        }
    }

    private static Uri? ReadAddress(string text) => Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
        ? address
        : null;

    private static OtlpExportProtocol? ReadProtocol(string text) => text switch
    {
        "grpc" => OtlpExportProtocol.Grpc,
        "http/protobuf" => OtlpExportProtocol.HttpProtobuf,
        _ => null,
    };

    private static int? ReadMilliseconds(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds) ? milliseconds : null;
}
