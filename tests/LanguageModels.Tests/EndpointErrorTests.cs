using System.Net;
using System.Net.Sockets;
using AgentScaler.ScriptedModels;
using AgentScaler.Trajectories;
using static AgentScaler.ScriptedModels.ScriptedEndpoint;

namespace AgentScaler.LanguageModels.Tests;

/// <summary>Errors are told apart by their body first and by the status where the body says nothing.</summary>
public sealed class EndpointErrorTests
{
    private const int Retries = 2;

    private static readonly ChatMessage[] Hello = [ChatMessage.User("Hello.")];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(429,
        """{"error":{"message":"You exceeded your current quota, please check your plan.","type":"insufficient_quota","code":"insufficient_quota"}}""")]
    [InlineData(402, "{}")]
    [InlineData(402, """{"error":{"message":"Insufficient Balance","type":"unknown_error","code":"invalid_request_error"}}""")]
    [InlineData(400, """{"type":"error","error":{"type":"invalid_request_error","message":"Your credit balance is too low to access the API."}}""")]
    [InlineData(200, """{"error":{"message":"Insufficient credits. Add more at ...","code":402}}""")]
    [InlineData(403, """{"error":{"code":"Arrearage","message":"Access denied, please make sure your account is in good standing."}}""")]
    [InlineData(429,
        """[{"error":{"code":429,"message":"You exceeded your current quota.","status":"RESOURCE_EXHAUSTED","details":[{"quotaId":"GenerateRequestsPerDayPerProject"},{"retryDelay":"36s"}]}}]""")]
    public Task A_spent_quota_is_told_once_and_is_no_wait(int status, string body) => ExpectAsync<EndpointQuotaException>(status, body, requests: 1);

    [Theory]
    [InlineData(400,
        """{"error":{"message":"This model's maximum context length is 8192 tokens, however you requested 9001.","code":"context_length_exceeded"}}""")]
    [InlineData(400,
        """{"object":"error","message":"The decoder prompt (length 9001) is longer than the maximum model length of 8192.","type":"BadRequestError","code":400}""")]
    [InlineData(400, """{"object":"error","message":"max_tokens must be at least 1, got -809.","type":"BadRequestError","code":400}""")]
    [InlineData(400, """{"error":{"code":400,"message":"the request exceeds the available context size","type":"exceed_context_size_error","n_ctx":4096}}""")]
    [InlineData(400,
        """[{"error":{"code":400,"message":"The input token count (1200000) exceeds the maximum number of tokens allowed (1048576).","status":"INVALID_ARGUMENT"}}]""")]
    [InlineData(400, """{"type":"error","error":{"type":"invalid_request_error","message":"prompt is too long: 212391 tokens > 200000 maximum"}}""")]
    [InlineData(400, """{"message":"Input is too long for requested model.","type":"ValidationException"}""")]
    [InlineData(413, """{"error":{"message":"Request too large on tokens per minute (TPM): Limit 6000, Requested 7000.","code":"rate_limit_exceeded"}}""")]
    [InlineData(422, """{"error":"Input validation error: `inputs` tokens + `max_new_tokens` must be <= 4096","error_type":"validation"}""")]
    [InlineData(500, """{"detail":"The input is longer than the model's context length (8192 tokens)."}""")]
    [InlineData(200, """{"error":{"message":"maximum context length is 8192 tokens","code":400},"user_id":"u"}""")]
    public Task A_conversation_that_is_too_long_is_its_own_failure(int status, string body) => ExpectAsync<ContextLimitException>(status, body, requests: 1);

    [Theory]
    [InlineData(200, """{"error":{"message":"no such model","code":404}}""", "no such model")]
    [InlineData(200, """{"error":{"message":"Bad schema","type":"invalid_request_error"}}""", "Bad schema")]
    [InlineData(200, """{"object":"error","message":"tool choice needs a parser","code":400}""", "tool choice needs a parser")]
    [InlineData(200, """{"choices":[{"index":0,"error":{"code":400,"message":"the provider refused"},"message":{"content":"Ha"}}]}""", "the provider refused")]
    [InlineData(200, "event: error\ndata: {\"code\":400,\"message\":\"bad tools\"}\n\n", "bad tools")]
    [InlineData(200, "data: {\"choices\":[{\"delta\":{\"content\":\"Ha\"}}]}\n\ndata: {\"error\":{\"message\":\"bad tools\",\"code\":400}}\n\n", "bad tools")]
    [InlineData(500, """{"error":{"message":"'name' is not valid","type":"invalid_request_error","code":400}}""", "'name' is not valid")]
    [InlineData(401, """{"error":{"message":"Incorrect API key provided","code":"invalid_api_key"}}""", "Incorrect API key")]
    [InlineData(404, """{"error":"model 'x' not found, try pulling it first"}""", "try pulling it first")]
    [InlineData(404, "<html><body>nginx</body></html>", "nginx")]
    [InlineData(422, """{"detail":[{"loc":["body","messages"],"msg":"extra fields not permitted"}]}""", "extra fields not permitted")]
    [InlineData(400, """{"error":{"message":"Provider returned error","code":400,"metadata":{"raw":"{\"error\":\"tools are not supported\"}"}}}""",
        "tools are not supported")]
    public async Task What_will_not_change_is_asked_once_and_says_the_servers_words(int status, string body, string words)
    {
        var failure = await ExpectAsync<ModelEndpointException>(status, body, requests: 1);
        Assert.False(failure.Transient);
        Assert.Contains(words, failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(429, "{}", true)]
    [InlineData(429, """{"error":{"message":"Rate limit reached for requests","type":"requests","code":"rate_limit_exceeded"}}""", true)]
    [InlineData(429,
        """[{"error":{"code":429,"message":"You exceeded your current quota.","status":"RESOURCE_EXHAUSTED","details":[{"quotaId":"RequestsPerMinutePerProject"},{"retryDelay":"3s"}]}}]""",
        true)]
    [InlineData(400, """{"error":{"message":"Rate limit exceeded","code":429}}""", true)]
    [InlineData(403, """{"message":"API rate limit exceeded","type":"forbidden"}""", true)]
    [InlineData(503, "{}", true)]
    [InlineData(529, """{"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}""", true)]
    [InlineData(503, """{"error":{"code":503,"message":"Loading model","type":"unavailable_error"}}""", true)]
    [InlineData(502, "<html>bad gateway</html>", true)]
    [InlineData(200, """{"error":{"message":"The engine is currently overloaded"}}""", true)]
    [InlineData(500, """{"error":{"message":"The server had an error","type":"server_error"}}""", false)]
    [InlineData(500, """{"error":{"message":"context deadline exceeded"}}""", false)]
    [InlineData(408, "{}", false)]
    [InlineData(200, """{"error":{"message":"something odd"}}""", false)]
    public async Task What_may_pass_is_asked_again(int status, string body, bool away)
    {
        var failure = await ExpectAsync<ModelEndpointException>(status, body, requests: 1 + Retries);
        Assert.Equal((true, away), (failure.Transient, failure.Away));
    }

    [Fact]
    public async Task Nobody_there_is_unreachable()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        foreach (var address in (string[])[$"http://127.0.0.1:{port}/v1", "http://no-such-host.invalid/v1"])
        {
            var failure =
                await Assert.ThrowsAsync<EndpointUnreachableException>(() => Client(address).CompleteAsync(Hello, null, 0, "s", new MemoryLedger(), Stop));
            Assert.True(failure.Away);
            Assert.Contains(address, failure.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_answer_that_comes_too_late_is_unreachable_too()
    {
        await using var endpoint = await StartAsync((_, _) => new Reply(200, "", Hangs: true));
        var failure = await Assert.ThrowsAsync<EndpointUnreachableException>(
            () => endpoint.Client(o => o with { TimeoutSeconds = 0.2, Retries = 1 }).CompleteAsync(Hello, null, 0, "s", new MemoryLedger(), Stop));
        Assert.True(failure.Away);
        Assert.Equal(2, endpoint.Requests.Count);
    }

    [Theory]
    [InlineData("7", 7)]
    [InlineData("0.5", 0.5)]
    [InlineData("1.5", 1.5)]
    [InlineData("Wed, 21 Oct 2065 07:28:00 GMT", 60)]
    [InlineData("86400", 60)]
    public async Task Retry_After_is_kept_in_seconds_and_as_a_date(string header, double seconds)
    {
        var time = new WatchedTime();
        await using var endpoint = await StartAsync((n, _) => n == 0 ? new Reply(503, "{}", RetryAfter: header) : Says("Hi."));
        await Client(endpoint.Address, time).CompleteAsync(Hello, null, 0, "s", new MemoryLedger(), Stop);
        Assert.Equal([TimeSpan.FromSeconds(seconds)], time.Pauses);
    }

    [Theory]
    [InlineData("Sun, 06 Nov 1994 08:49:37 GMT")]
    [InlineData("Sunday, 06-Nov-94 08:49:37 GMT")]
    [InlineData("0")]
    [InlineData("-5")]
    [InlineData("soon")]
    public async Task Where_no_wait_is_asked_for_the_own_pause_is_kept(string header)
    {
        var time = new WatchedTime();
        await using var endpoint = await StartAsync((n, _) => n == 0 ? new Reply(503, "{}", RetryAfter: header) : Says("Hi."));
        await Client(endpoint.Address, time).CompleteAsync(Hello, null, 0, "s", new MemoryLedger(), Stop);
        Assert.InRange(Assert.Single(time.Pauses).TotalMilliseconds, 200, 500);
    }

    [Fact]
    public async Task A_body_may_say_how_long_to_wait()
    {
        var time = new WatchedTime();
        await using var endpoint =
            await StartAsync((n, _) => n == 0 ? new Reply(429, """{"error":{"message":"Rate limit reached. Please try again in 7.66s."}}""") : Says("Hi."));
        await Client(endpoint.Address, time).CompleteAsync(Hello, null, 0, "s", new MemoryLedger(), Stop);
        Assert.Contains(TimeSpan.FromSeconds(7.66), time.Pauses);
    }

    [Fact]
    public async Task A_spent_quota_costs_one_request_however_many_wait()
    {
        await using var endpoint =
            await StartAsync((_, _) => new Reply(429, """{"error":{"message":"You exceeded your current quota.","code":"insufficient_quota"}}"""));
        var client = Client(endpoint.Address, TimeProvider.System);
        var asked = Enumerable.Range(0, 50).Select(i => Assert.ThrowsAsync<EndpointQuotaException>(
            () => client.CompleteAsync(Hello, null, 0, $"{i}", new MemoryLedger(), Stop)));
        Assert.All(await Task.WhenAll(asked), failure => Assert.Contains("You exceeded your current quota.", failure.Message, StringComparison.Ordinal));
        Assert.Single(endpoint.Requests);
    }

    [Fact]
    public async Task After_a_while_one_request_asks_whether_somebody_has_paid()
    {
        var time = new WatchedTime();
        await using var endpoint = await StartAsync((n, _) => n == 0 ? new Reply(402, "{}") : Says("Hi."));
        var client = Client(endpoint.Address, time);
        await Assert.ThrowsAsync<EndpointQuotaException>(() => client.CompleteAsync(Hello, null, 0, "1", new MemoryLedger(), Stop));
        await Assert.ThrowsAsync<EndpointQuotaException>(() => client.CompleteAsync(Hello, null, 0, "2", new MemoryLedger(), Stop));
        Assert.Single(endpoint.Requests);
        time.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal("Hi.", (await client.CompleteAsync(Hello, null, 0, "3", new MemoryLedger(), Stop)).Message.Content);
        Assert.Equal("Hi.", (await client.CompleteAsync(Hello, null, 0, "4", new MemoryLedger(), Stop)).Message.Content);
    }

    private static async Task<T> ExpectAsync<T>(int status, string body, int requests)
        where T : ModelEndpointException
    {
        await using var endpoint = await StartAsync((_, _) => new Reply(status, body));
        var failure = await Assert.ThrowsAsync<T>(() => Client(endpoint.Address).CompleteAsync(Hello, null, 0, "s", new MemoryLedger(), Stop));
        Assert.Equal(requests, endpoint.Requests.Count);
        return failure;
    }

    private static ChatClient Client(string address, TimeProvider? time = null)
    {
        var options = new EndpointOptions { Endpoint = address, Model = "tiny", KeyVariable = "AGENTSCALER_NO_SUCH_KEY", Retries = Retries };
        return new ChatClient(ModelConnections.Create(), options, new Budget(0, 0), time ?? new HastyTime());
    }

    /// <summary>Time in which pauses are over at once and remembered, and that a test moves on.</summary>
    private sealed class WatchedTime : TimeProvider
    {
        private TimeSpan _ahead;

        public List<TimeSpan> Pauses { get; } = [];

        public void Advance(TimeSpan time) => _ahead += time;

        public override long GetTimestamp() => base.GetTimestamp() + (long)(_ahead.TotalSeconds * TimestampFrequency);

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Pauses.Add(dueTime);
            return base.CreateTimer(callback, state, dueTime == Timeout.InfiniteTimeSpan ? dueTime : TimeSpan.Zero, period);
        }
    }
}
