using System.Net;
using System.Text;
using AgentScaler.Gateway.Runs;
using AgentScaler.Gateway.Security;
using AgentScaler.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AgentScaler.Gateway.Tests.Api;

public sealed class AccessTests
{
    private const string Key = "a-key-of-sixteen-or-more";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(null, null, HttpStatusCode.Unauthorized)]
    [InlineData("Authorization", "Bearer wrong", HttpStatusCode.Unauthorized)]
    [InlineData("X-Api-Key", "a-key-of-sixteen-or-mor", HttpStatusCode.Unauthorized)]
    [InlineData("Authorization", "Bearer " + Key, HttpStatusCode.OK)]
    [InlineData("X-Api-Key", Key, HttpStatusCode.OK)]
    public async Task With_a_key_only_requests_that_carry_it_are_served(string? header, string? value, HttpStatusCode expected)
    {
        await using var gateway = await GatewayApp.StartAsync(Stop, ("Gateway:ApiKey", Key));
        foreach (var path in new[] { "/api/v1/runs", "/openapi/v1.json", "/scalar/" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            if (header is not null)
            {
                request.Headers.Add(header, value);
            }

            Assert.Equal(expected, (await gateway.Http.SendAsync(request, Stop)).StatusCode);
        }

        Assert.Equal(HttpStatusCode.OK, (await gateway.Http.GetAsync("/health/ready", Stop)).StatusCode);
    }

    [Fact]
    public async Task Without_a_key_the_gateway_answers_to_its_own_name_and_no_other_sites_pages()
    {
        await using var gateway = await GatewayApp.StartAsync(Stop);
        using var rebound = new HttpRequestMessage(HttpMethod.Get, "/api/v1/runs");
        rebound.Headers.Host = "attacker.example";
        Assert.Equal(HttpStatusCode.Unauthorized, (await gateway.Http.SendAsync(rebound, Stop)).StatusCode);
        using var page = new HttpRequestMessage(HttpMethod.Post, "/api/v1/uploads") { Content = new StringContent("x") };
        page.Headers.Add("Sec-Fetch-Site", "cross-site");
        Assert.Equal(HttpStatusCode.Unauthorized, (await gateway.Http.SendAsync(page, Stop)).StatusCode);
    }

    [Theory]
    // A form or a plain text from another page carries an origin and, in older browsers, nothing else that tells it.
    [InlineData("https://attacker.example", HttpStatusCode.Unauthorized)]
    [InlineData("http://localhost.attacker.example", HttpStatusCode.Unauthorized)]
    [InlineData("null", HttpStatusCode.Unauthorized)]
    [InlineData("http://localhost:5173", HttpStatusCode.OK)]
    [InlineData("http://127.0.0.1:8080", HttpStatusCode.OK)]
    [InlineData("http://[::1]:8080", HttpStatusCode.OK)]
    public async Task Without_a_key_the_gateway_answers_to_pages_of_its_own_machine(string origin, HttpStatusCode expected)
    {
        await using var gateway = await GatewayApp.StartAsync(Stop);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/runs");
        request.Headers.Add("Origin", origin);
        Assert.Equal(expected, (await gateway.Http.SendAsync(request, Stop)).StatusCode);
    }

    [Fact]
    public async Task Uploads_and_requests_are_bounded()
    {
        await using var gateway = await GatewayApp.StartAsync(Stop, ("Gateway:UploadBytes", "100"), ("Gateway:RequestsPerMinute", "3"));
        using var large = await gateway.Http.PostAsync("/api/v1/uploads", new ByteArrayContent(new byte[101]), Stop);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, large.StatusCode);
        using var allowed = await gateway.Http.PostAsync("/api/v1/uploads", new ByteArrayContent(new byte[100]), Stop);
        Assert.Equal(HttpStatusCode.Created, allowed.StatusCode);
        await gateway.Http.GetAsync("/api/v1/runs", Stop);
        using var often = await gateway.Http.GetAsync("/api/v1/runs", Stop);
        Assert.Equal((HttpStatusCode.TooManyRequests, "application/problem+json"), (often.StatusCode, often.Content.Headers.ContentType!.MediaType));
        Assert.Equal(HttpStatusCode.OK, (await gateway.Http.GetAsync("/health/live", Stop)).StatusCode);
    }

    [Theory]
    [InlineData("http://127.0.0.1:0", null, true)]
    [InlineData("http://[::1]:0", null, true)]
    [InlineData("http://0.0.0.0:0", null, false)]
    [InlineData("http://0.0.0.0:0", Key, true)]
    public async Task A_gateway_that_others_can_reach_needs_a_key(string address, string? key, bool starts)
    {
        var folder = Directory.CreateTempSubdirectory("agentscaler-gateway-");
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Storage:Sqlite:Path"] = Path.Combine(folder.FullName, "agentscaler.db"),
            ["Gateway:ApiKey"] = key,
        });
        builder.WebHost.UseUrls(address);
        builder.AddServiceDefaults("gateway", bus => bus.AddGatewayConsumers());
        builder.Services.AddGateway(builder.Configuration).AddGatewayEndpoints(builder.Configuration);
        await using (var app = builder.Build())
        {
            app.MapGateway();
            if (starts)
            {
                await app.StartAsync(Stop);
            }
            else
            {
                Assert.Contains("Gateway__ApiKey", (await Assert.ThrowsAsync<InvalidOperationException>(() => app.StartAsync(Stop))).Message,
                    StringComparison.Ordinal);
            }
        }

        folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData("Gateway:ApiKey", "short", "Gateway__ApiKey")]
    [InlineData("Gateway:UploadBytes", "0", "Gateway__UploadBytes")]
    [InlineData("Gateway:JaegerUrl", "javascript:alert(1)", "Gateway__JaegerUrl")]
    public async Task A_setting_that_cannot_work_is_named_at_the_start(string setting, string value, string named)
    {
        var error = await Assert.ThrowsAsync<OptionsValidationException>(() => GatewayApp.StartAsync(Stop, (setting, value)));
        Assert.Contains(named, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sources_of_the_mounted_folder_are_found_and_links_are_not_followed()
    {
        await using var gateway = await GatewayApp.StartAsync(Stop);
        Directory.CreateDirectory(Path.Combine(gateway.Mounted, "apis"));
        await File.WriteAllTextAsync(Path.Combine(gateway.Mounted, "apis", "shop.json"), GatewayApp.Document, Stop);
        File.CreateSymbolicLink(Path.Combine(gateway.Mounted, "link"), "/etc");
        var id = await gateway.RunAsync("""{"sources":[{"path":"apis"}],"until":"collect"}""", Stop);
        Assert.Equal([Path.Combine(gateway.Mounted, "apis")], (await gateway.Runs.FindAsync(id, Stop))!.Sources);
        using var through = await gateway.Http.PostAsync(
            "/api/v1/runs", new StringContent("""{"sources":[{"path":"link/passwd"}]}""", Encoding.UTF8, "application/json"), Stop);
        Assert.Equal(HttpStatusCode.BadRequest, through.StatusCode);
        Assert.Throws<OrderException>(() => new MountedFolder(null).Resolve("apis", "sources[0]"));
    }
}
