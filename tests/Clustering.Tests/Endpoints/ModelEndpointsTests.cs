using AgentScaler.Clustering.Endpoints;
using AgentScaler.Hosting.Bus;
using AgentScaler.LanguageModels;
using AgentScaler.Pipeline.Options;
using Microsoft.AspNetCore.Http;

namespace AgentScaler.Clustering.Tests.Endpoints;

public class ModelEndpointsTests
{
    private readonly ImpatientTime _time = new();

    [Theory]
    [InlineData("http://host:1", "http://host:1/v1")]
    [InlineData("http://host:1/", "http://host:1/v1")]
    [InlineData("http://host:1/v1", "http://host:1/v1")]
    [InlineData("http://host:1/openai/v1/", "http://host:1/openai/v1")]
    public void The_address_may_name_the_version_or_not(string endpoint, string expected) =>
        Assert.Equal(expected, ModelEndpoints.Address(endpoint));

    [Theory]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task What_may_pass_is_tried_again(int status)
    {
        await using var endpoint =
            await ScriptedEndpoint.StartAsync((number, body) => number < 3 ? Results.StatusCode(status) : ScriptedEndpoint.Embeddings(body));
        Assert.Equal([ScriptedEndpoint.VectorOf("one")], await EmbedAsync(endpoint.Address));
        Assert.Equal(3, endpoint.Asked.Count);
        Assert.Equal(2, _time.Waits.Count);
        Assert.All(_time.Waits.Zip([0.5, 1.0]), wait => Assert.InRange(wait.First.TotalSeconds, wait.Second / 2, wait.Second));
    }

    [Fact]
    public async Task It_waits_as_long_as_the_server_says()
    {
        await using var endpoint = await ScriptedEndpoint.StartAsync((number, body) => number == 1 ? new Busy("7") : ScriptedEndpoint.Embeddings(body));
        await EmbedAsync(endpoint.Address);
        Assert.Equal([TimeSpan.FromSeconds(7)], _time.Waits);
    }

    [Fact]
    public async Task It_waits_until_the_date_that_the_server_says()
    {
        await using var endpoint = await ScriptedEndpoint.StartAsync(
            (number, body) => number == 1 ? new Busy(TimeProvider.System.GetUtcNow().AddSeconds(30).ToString("R")) : ScriptedEndpoint.Embeddings(body));
        await EmbedAsync(endpoint.Address);
        Assert.InRange(Assert.Single(_time.Waits).TotalSeconds, 10, 31);
    }

    [Fact]
    public async Task An_endpoint_that_is_away_after_all_attempts_is_an_outage_that_the_message_waits_for()
    {
        await using var endpoint = await ScriptedEndpoint.StartAsync((_, _) => Results.Text("overloaded", statusCode: 503));
        var exception = await Assert.ThrowsAsync<ModelEndpointException>(() => EmbedAsync(endpoint.Address));
        Assert.Contains("/v1/embeddings answered 503: overloaded", exception.Message);
        Assert.True(Outage.Is(exception));
        Assert.Equal(4, endpoint.Asked.Count);
    }

    [Theory]
    [InlineData("http://127.0.0.1:9")]
    [InlineData("http://nowhere.invalid")]
    public async Task An_endpoint_that_nobody_reaches_is_an_outage_that_the_message_waits_for(string address) =>
        Assert.True(Outage.Is(await Assert.ThrowsAsync<EndpointUnreachableException>(() => EmbedAsync(address))));

    [Fact]
    public async Task A_spent_quota_is_no_outage_and_is_asked_once()
    {
        await using var endpoint = await ScriptedEndpoint.StartAsync((_, _) => Results.Text(
            """{"error":{"code":"insufficient_quota","message":"You exceeded your current quota."}}""", statusCode: 429));
        Assert.False(Outage.Is(await Assert.ThrowsAsync<EndpointQuotaException>(() => EmbedAsync(endpoint.Address))));
        Assert.Single(endpoint.Asked);
    }

    [Fact]
    public async Task A_refusal_is_not_tried_again()
    {
        await using var endpoint = await ScriptedEndpoint.StartAsync((_, _) => Results.Text("no such model", statusCode: 404));
        await Assert.ThrowsAsync<ModelEndpointException>(() => EmbedAsync(endpoint.Address));
        Assert.Single(endpoint.Asked);
    }

    private Task<IReadOnlyList<float[]>> EmbedAsync(string address) => ModelEndpoints
        .Embeddings(ScriptedEndpoint.Clients, new EmbeddingEndpoint { Endpoint = address, Model = "tiny", Attempts = 4 }, _time)
        .EmbedAsync(["one"], new MemoryLedger(), null, TestContext.Current.CancellationToken);

    private sealed class Busy(string retryAfter) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = 429;
            httpContext.Response.Headers.RetryAfter = retryAfter;
            return Task.CompletedTask;
        }
    }
}
