using System.Text.Json;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace AgentScaler.Serving.Tests;

/// <summary>A session over MCP, by the protocol's official client.</summary>
internal sealed class McpSession(McpClient client, string session) : ISessionClient
{
    public string Session => session;

    public static async Task<ISessionClient> OpenAsync(ServedShop shop, string run, string domain, string task)
    {
        var heard = new Heard();
        var address = new Uri(shop.Http, $"/mcp/{domain}?{(run.Length > 0 ? $"run={run}&" : "")}{(task.Length > 0 ? $"task={task}" : "")}");
        var options = new HttpClientTransportOptions { Endpoint = address, TransportMode = HttpTransportMode.StreamableHttp };
        var client = await McpClient.CreateAsync(
            new HttpClientTransport(options, new HttpClient(heard), loggerFactory: null, ownsHttpClient: true),
            new McpClientOptions { ProtocolVersion = "2025-06-18" },
            cancellationToken: TestContext.Current.CancellationToken);
        return new McpSession(client, heard.Session ?? throw new InvalidOperationException("No response named the environment session."));
    }

    public async Task<(bool Ok, string Message)> CallAsync(string tool, string arguments)
    {
        var given = JsonSerializer.Deserialize<Dictionary<string, object?>>(arguments);
        var result = await client.CallToolAsync(tool, given, cancellationToken: TestContext.Current.CancellationToken);
        return (result.IsError != true, Assert.IsType<TextContentBlock>(Assert.Single(result.Content)).Text);
    }

    public ValueTask DisposeAsync() => client.DisposeAsync();

    /// <summary>Hears which environment session the server opened.</summary>
    private sealed class Heard() : DelegatingHandler(new HttpClientHandler())
    {
        public string? Session { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            Session ??= response.Headers.TryGetValues("AgentScaler-Session", out var values) ? values.Single() : null;
            return response;
        }
    }
}
