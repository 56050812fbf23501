using System.Text;
using AgentScaler.Compose.Tests;
using AgentScaler.TestInfrastructure.Services;
using AgentScaler.Traces.Tests.Receiving;

namespace AgentScaler.Traces.Tests;

/// <summary>A service with exactly the telemetry variables of docker-compose.yml, but for the receivers' hosts, sends each signal where its own variables
/// say.</summary>
public sealed class ComposeVariablesTests
{
    private const string Traces = "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT";
    private const string Metrics = "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Spans_go_to_one_receiver_by_gRPC_and_metrics_to_another_by_HTTP()
    {
        var folder = Directory.CreateTempSubdirectory("agentscaler-variables-");
        var settings = ComposeFile.Default["gateway"].Environment.Where(pair => pair.Key.StartsWith("OTEL_", StringComparison.Ordinal)).ToDictionary();
        await using var spans = await OtlpReceiver.StartAsync();
        await using var metrics = await MetricsReceiver.StartAsync(new Uri(settings[Metrics]).AbsolutePath);
        settings[Traces] = At(settings[Traces], spans.Address);
        settings[Metrics] = At(settings[Metrics], metrics.Address);
        settings["Storage__Sqlite__Path"] = Path.Combine(folder.FullName, "agentscaler.db");
        await using (var gateway = await ServiceProcess.StartAsync(StackService.Gateway, settings))
        {
            await gateway.ReadyAsync(Stop);
            using var http = new HttpClient { BaseAddress = gateway.Address };
            var order =
                new StringContent("""{"sources":[{"inline":{"openapi":"3.1.0"},"name":"any.json"}],"until":"collect"}""", Encoding.UTF8, "application/json");
            using var ordered = await http.PostAsync("/api/v1/runs", order, Stop);
            Assert.True(ordered.IsSuccessStatusCode, await ordered.Content.ReadAsStringAsync(Stop));
            // What it still holds it sends when it ends.
            Assert.Equal(0, await gateway.StopAsync(Stop));
        }

        folder.Delete(recursive: true);
        Assert.Contains(spans.Spans, span => span is { Name: "start_run", Service: "agentscaler-gateway" });
        Assert.Equal("s", metrics.Metrics.GetValueOrDefault("http.server.request.duration"));
        Assert.Empty(spans.Metrics);
    }

    private static string At(string endpoint, Uri receiver) =>
        new UriBuilder(endpoint) { Host = receiver.Host, Port = receiver.Port }.Uri.ToString();
}
