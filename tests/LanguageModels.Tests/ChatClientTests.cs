using AgentScaler.Environments.Values;
using AgentScaler.Trajectories;
using static AgentScaler.ScriptedModels.ScriptedEndpoint;

namespace AgentScaler.LanguageModels.Tests;

public sealed class ChatClientTests
{
    private static readonly ChatMessage[] Hello = [ChatMessage.System("Be kind."), ChatMessage.User("Hello.")];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_answer_is_read_with_its_calls_reasoning_tokens_and_cost()
    {
        await using var endpoint = await StartAsync((_, _) => Calls(("a", "find", "{\"x\":1}"), ("b", "find", "{\"x\":2}")));
        var client = endpoint.Client(o => o with { InputPrice = 2, OutputPrice = 10 });
        var answer = await client.CompleteAsync(Hello, "[]", 7, "s", new MemoryLedger(), Stop);
        Assert.Equal(["a", "b"], answer.Message.ToolCalls!.Select(c => c.Id));
        Assert.Equal("Let me think.", answer.Message.ReasoningContent);
        Assert.Equal("tool_calls", answer.FinishReason);
        Assert.Equal(new TokenUsage(100, 20, 0.0004m), answer.Usage);
    }

    [Fact]
    public async Task The_request_carries_model_messages_tools_sampling_and_seed_but_never_reasoning()
    {
        await using var endpoint = await StartAsync((_, _) => Says("Hi."));
        var client = endpoint.Client(o => o with { Temperature = 0.5, MaxTokens = 64 });
        ChatMessage[] messages =
        [
            .. Hello,
            ChatMessage.Assistant(null, [new ChatToolCall("a", new ChatFunction("find", "{}"))]) with { ReasoningContent = "secret" },
            ChatMessage.Tool("a", "1"),
        ];
        await client.CompleteAsync(messages, """[{"type":"function","function":{"name":"find","parameters":{}}}]""", 7, "s", new MemoryLedger(), Stop);
        Assert.True(endpoint.Requests.TryDequeue(out var request));
        Assert.Equal("tiny", request["model"].AsString);
        Assert.Equal(0.5, request["temperature"].AsNumber);
        Assert.Equal(64, request["max_tokens"].AsNumber);
        Assert.Equal(7, request["seed"].AsNumber);
        Assert.Equal("find", request["tools"].AsArray[0]["function"]["name"].AsString);
        Assert.Equal("a", request["messages"].AsArray[3]["tool_call_id"].AsString);
        Assert.DoesNotContain("secret", request.ToJson(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    [InlineData(408)]
    public async Task Asking_again_follows_an_answer_that_may_pass(int status)
    {
        await using var endpoint = await StartAsync((n, _) => n < 2 ? new Reply(status, "{}", RetryAfter: "0") : Says("Hi."));
        var answer = await endpoint.Client().CompleteAsync(Hello, null, 0, "s", new MemoryLedger(), Stop);
        Assert.Equal("Hi.", answer.Message.Content);
        Assert.Equal(3, endpoint.Requests.Count);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(404)]
    public async Task An_answer_that_will_not_change_fails_at_once_and_says_what_it_was(int status)
    {
        await using var endpoint = await StartAsync((_, _) => new Reply(status, """{"error":{"message":"no such model"}}"""));
        var failure = await Assert.ThrowsAsync<ModelEndpointException>(() => endpoint.Client().CompleteAsync(Hello, null, 0, "s", new MemoryLedger(), Stop));
        Assert.False(failure.Transient);
        Assert.Contains("no such model", failure.Message, StringComparison.Ordinal);
        Assert.Single(endpoint.Requests);
    }

    [Theory]
    [InlineData("this is not JSON")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{"error":{"message":"overloaded"}}""")]
    public async Task A_broken_answer_is_asked_for_again(string body)
    {
        await using var endpoint = await StartAsync((n, _) => n == 0 ? new Reply(200, body) : Says("Hi."));
        var answer = await endpoint.Client().CompleteAsync(Hello, null, 0, "s", new MemoryLedger(), Stop);
        Assert.Equal("Hi.", answer.Message.Content);
    }

    [Fact]
    public async Task An_endpoint_that_does_not_answer_is_given_up_after_the_configured_time()
    {
        await using var endpoint = await StartAsync((_, _) => new Reply(200, "", Hangs: true));
        var client = endpoint.Client(o => o with { TimeoutSeconds = 0.2, Retries = 0 });
        var failure = await Assert.ThrowsAsync<EndpointUnreachableException>(() => client.CompleteAsync(Hello, null, 0, "s", new MemoryLedger(), Stop));
        Assert.True(failure.Transient);
        Assert.Contains("0.2 s", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancelling_ends_the_wait_at_once()
    {
        await using var endpoint = await StartAsync((_, _) => new Reply(200, "", Hangs: true));
        using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => endpoint.Client().CompleteAsync(Hello, null, 0, "s", new MemoryLedger(), cancel.Token));
    }

    [Fact]
    public async Task A_stream_is_put_together_from_its_pieces()
    {
        string[] chunks =
        [
            """{"choices":[{"index":0,"delta":{"role":"assistant","reasoning_content":"Hm, "}}]}""",
            """{"choices":[{"index":0,"delta":{"reasoning_content":"yes."}}]}""",
            """{"choices":[{"index":0,"delta":{"tool_calls":[{"index":0,"id":"a","function":{"name":"find","arguments":"{\"x\""}}]}}]}""",
            """{"choices":[{"index":0,"delta":{"tool_calls":[{"index":1,"id":"b","function":{"name":"count","arguments":""}}]}}]}""",
            """{"choices":[{"index":0,"delta":{"tool_calls":[{"index":0,"function":{"arguments":":1}"}},{"index":1,"function":{"arguments":"{}"}}]},"finish_reason":"tool_calls"}]}""",
            """{"choices":[],"usage":{"prompt_tokens":9,"completion_tokens":4}}""",
        ];
        await using var endpoint =
            await StartAsync((_, _) => new Reply(200, string.Concat(chunks.Select(c => $"data: {c}\n\n")) + ": a comment\n\ndata: [DONE]\n\n"));
        var answer = await endpoint.Client(o => o with { Stream = true }).CompleteAsync(Hello, "[]", 0, "s", new MemoryLedger(), Stop);
        Assert.Equal([("a", "find", "{\"x\":1}"), ("b", "count", "{}")], answer.Message.ToolCalls!.Select(c => (c.Id, c.Function.Name, c.Function.Arguments)));
        Assert.Equal("Hm, yes.", answer.Message.ReasoningContent);
        Assert.Equal(new TokenUsage(9, 4), answer.Usage);
    }

    [Fact]
    public async Task A_stream_that_breaks_off_is_asked_for_again()
    {
        const string half = "data: {\"choices\":[{\"delta\":{\"content\":\"Half an\"}}]}\n\n";
        const string whole = "data: {\"choices\":[{\"delta\":{\"content\":\"A whole answer.\"},\"finish_reason\":\"stop\"}]}\n\ndata: [DONE]\n\n";
        await using var endpoint = await StartAsync((n, _) => new Reply(200, n == 0 ? half : whole));
        var answer = await endpoint.Client(o => o with { Stream = true }).CompleteAsync(Hello, null, 0, "s", new MemoryLedger(), Stop);
        Assert.Equal("A whole answer.", answer.Message.Content);
    }

    [Fact]
    public async Task The_same_request_is_never_paid_twice_and_another_sample_is_another_request()
    {
        await using var endpoint = await StartAsync((n, _) => Says($"Answer {n}."));
        var ledger = new MemoryLedger();
        var client = endpoint.Client();
        var first = await client.CompleteAsync(Hello, null, 0, "task/0", ledger, Stop);
        var again = await client.CompleteAsync(Hello, null, 0, "task/0", ledger, Stop);
        var other = await client.CompleteAsync(Hello, null, 0, "task/1", ledger, Stop);
        Assert.Equal(first.Message.Content, again.Message.Content);
        Assert.True(again.FromLedger);
        Assert.NotEqual(first.Message.Content, other.Message.Content);
        Assert.Equal(2, endpoint.Requests.Count);
    }

    [Fact]
    public async Task A_spent_budget_stops_further_requests_and_names_itself()
    {
        await using var endpoint = await StartAsync((n, _) => Says($"{n}"));
        var client = endpoint.Client(o => o with { TokenBudget = 150 });
        await client.CompleteAsync(Hello, null, 0, "1", new MemoryLedger(), Stop);
        await client.CompleteAsync(Hello, null, 0, "2", new MemoryLedger(), Stop);
        var spent = await Assert.ThrowsAsync<BudgetExceededException>(() => client.CompleteAsync(Hello, null, 0, "3", new MemoryLedger(), Stop));
        Assert.Contains("token_budget", spent.Message, StringComparison.Ordinal);
        Assert.Equal(2, endpoint.Requests.Count);
    }

    [Fact]
    public async Task Ids_that_a_server_repeats_or_leaves_out_become_distinct()
    {
        await using var endpoint = await StartAsync((_, _) => Calls(("x", "find", "{}"), ("x", "find", "{}"), ("", "find", "{}")));
        var answer = await endpoint.Client().CompleteAsync(Hello, "[]", 0, "s", new MemoryLedger(), Stop);
        Assert.Equal(3, answer.Message.ToolCalls!.Select(c => c.Id).Distinct().Count());
    }

    [Fact]
    public async Task Arguments_given_as_an_object_are_kept_as_its_text()
    {
        const string body = """{"choices":[{"message":{"content":null,"tool_calls":[{"id":"a","function":{"name":"find","arguments":{"x":1}}}]}}]}""";
        await using var endpoint = await StartAsync((_, _) => new Reply(200, body));
        var answer = await endpoint.Client().CompleteAsync(Hello, "[]", 0, "s", new MemoryLedger(), Stop);
        Assert.Equal(Value.Parse("""{"x":1}"""), Value.Parse(answer.Message.ToolCalls![0].Function.Arguments));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_answer_without_end_is_not_read_to_its_end(bool stream)
    {
        var chunk = "data: {\"choices\":[{\"delta\":{\"content\":\"" + new string('x', 1 << 20) + "\"}}]}\n";
        await using var endpoint = await StartAsync((_, _) => new Reply(200, string.Concat(Enumerable.Repeat(chunk, 33))));
        var failure = await Assert.ThrowsAsync<ModelEndpointException>(
            () => endpoint.Client(o => o with { Stream = stream, Retries = 0 }).CompleteAsync(Hello, null, 0, "s", new MemoryLedger(), Stop));
        Assert.Contains("longer than", failure.Message, StringComparison.Ordinal);
    }
}
