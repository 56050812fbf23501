using AgentScaler.Clustering.Endpoints;
using AgentScaler.LanguageModels;
using Microsoft.AspNetCore.Http;

namespace AgentScaler.Clustering.Tests.Endpoints;

public class EndpointClientTests
{
    private readonly ImpatientTime time = new();

    [Theory]
    [InlineData("http://host:1", "http://host:1/v1")]
    [InlineData("http://host:1/", "http://host:1/v1")]
    [InlineData("http://host:1/v1", "http://host:1/v1")]
    [InlineData("http://host:1/openai/v1/", "http://host:1/openai/v1")]
    public void The_address_may_name_the_version_or_not(string endpoint, string expected) =>
        Assert.Equal(expected, EndpointClient.Address(endpoint));

    [Theory]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task What_may_pass_is_tried_again(int status)
    {
        await using var endpoint = await ScriptedEndpoint.StartAsync((number, _) => number < 3 ? Results.StatusCode(status) : Results.Json(new { ok = true }));
        var answer = await Client(endpoint).PostAsync("embeddings", new { }, TestContext.Current.CancellationToken);
        Assert.True(answer.GetProperty("ok").GetBoolean());
        Assert.Equal(3, endpoint.Asked.Count);
        Assert.Equal(2, time.Waits.Count);
        Assert.All(time.Waits.Zip([0.5, 1.0]), wait => Assert.InRange(wait.First.TotalSeconds, wait.Second / 2, wait.Second));
    }

    [Fact]
    public async Task It_waits_as_long_as_the_server_says()
    {
        await using var endpoint = await ScriptedEndpoint.StartAsync((number, _) => number == 1 ? new Busy() : Results.Json(new { }));
        await Client(endpoint).PostAsync("embeddings", new { }, TestContext.Current.CancellationToken);
        Assert.Equal([TimeSpan.FromSeconds(7)], time.Waits);
    }

    [Fact]
    public async Task It_gives_up_after_its_attempts_and_says_where_and_why()
    {
        await using var endpoint = await ScriptedEndpoint.StartAsync((_, _) => Results.Text("overloaded", statusCode: 503));
        var exception = await Assert.ThrowsAsync<ModelEndpointException>(() => Client(endpoint).PostAsync("embeddings", new { }, TestContext.Current.CancellationToken));
        Assert.Contains("/v1/embeddings answered 503: overloaded", exception.Message);
        Assert.Equal(4, endpoint.Asked.Count);
    }

    [Fact]
    public async Task A_refusal_is_not_tried_again()
    {
        await using var endpoint = await ScriptedEndpoint.StartAsync((_, _) => Results.Text("no such model", statusCode: 404));
        await Assert.ThrowsAsync<ModelEndpointException>(() => Client(endpoint).PostAsync("embeddings", new { }, TestContext.Current.CancellationToken));
        Assert.Single(endpoint.Asked);
    }

    private EndpointClient Client(ScriptedEndpoint endpoint) => new(ScriptedEndpoint.Clients, endpoint.Address, null, attempts: 4, time);

    private sealed class Busy : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = 429;
            httpContext.Response.Headers.RetryAfter = "7";
            return Task.CompletedTask;
        }
    }
}
