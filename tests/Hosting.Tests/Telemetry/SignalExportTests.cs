using AgentScaler.Hosting.Telemetry;
using Microsoft.Extensions.Configuration;
using OpenTelemetry.Exporter;

namespace AgentScaler.Hosting.Tests.Telemetry;

/// <summary>What the variables of one signal mean beside those of all.</summary>
public sealed class SignalExportTests
{
    [Fact]
    public void A_signal_without_a_receiver_is_not_exported()
    {
        Assert.Null(SignalExport.Read(Variables(), "TRACES"));
        Assert.Null(SignalExport.Read(Variables(("OTEL_EXPORTER_OTLP_METRICS_ENDPOINT", "http://metrics:1")), "TRACES"));
        Assert.NotNull(SignalExport.Read(Variables(("OTEL_EXPORTER_OTLP_ENDPOINT", "http://all:1")), "TRACES"));
    }

    [Fact]
    public void Its_own_variables_come_before_those_of_all_signals()
    {
        var exporter =
            new OtlpExporterOptions { Endpoint = new Uri("http://all:1"), Protocol = OtlpExportProtocol.Grpc, Headers = "a=1", TimeoutMilliseconds = 1 };
        SignalExport.Read(
            Variables(
                ("OTEL_EXPORTER_OTLP_METRICS_ENDPOINT", "http://metrics:2/path"), ("OTEL_EXPORTER_OTLP_METRICS_PROTOCOL", "http/protobuf"),
                ("OTEL_EXPORTER_OTLP_METRICS_HEADERS", "b=2"), ("OTEL_EXPORTER_OTLP_METRICS_TIMEOUT", "2000")),
            "METRICS")!.Apply(exporter);
        Assert.Equal(
            (new Uri("http://metrics:2/path"), OtlpExportProtocol.HttpProtobuf, "b=2", 2000),
                (exporter.Endpoint, exporter.Protocol, exporter.Headers, exporter.TimeoutMilliseconds));
    }

    [Fact]
    public void What_it_does_not_say_stays_as_it_is_for_all_signals()
    {
        var exporter = new OtlpExporterOptions
        {
            Endpoint = new Uri("http://all:1"),
            Protocol = OtlpExportProtocol.HttpProtobuf,
            Headers = "a=1",
            TimeoutMilliseconds = 1
        };
        SignalExport.Read(Variables(("OTEL_EXPORTER_OTLP_ENDPOINT", "http://all:1")), "LOGS")!.Apply(exporter);
        Assert.Equal((new Uri("http://all:1"), OtlpExportProtocol.HttpProtobuf, "a=1", 1),
            (exporter.Endpoint, exporter.Protocol, exporter.Headers, exporter.TimeoutMilliseconds));
    }

    [Theory]
    [InlineData("ENDPOINT", "jaeger:4317")]
    [InlineData("PROTOCOL", "http/json")]
    [InlineData("TIMEOUT", "10s")]
    public void What_cannot_be_read_is_named(string variable, string value)
    {
        var name = "OTEL_EXPORTER_OTLP_TRACES_" + variable;
        var refused = Assert.Throws<InvalidOperationException>(() =>
            SignalExport.Read(Variables(("OTEL_EXPORTER_OTLP_ENDPOINT", "http://all:1"), (name, value)), "TRACES"));
        Assert.StartsWith($"{name} is '{value}'", refused.Message, StringComparison.Ordinal);
    }

    private static IConfiguration Variables(params (string Name, string Value)[] variables) =>
        new ConfigurationBuilder().AddInMemoryCollection(variables.ToDictionary(variable => variable.Name, variable => (string?)variable.Value)).Build();
}
