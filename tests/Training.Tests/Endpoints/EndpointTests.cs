using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using AgentScaler.Contracts.Policy.V1;
using AgentScaler.Training.Endpoints;
using AgentScaler.Trajectories;
using AgentScaler.Trajectories.Policies;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AgentScaler.Training.Tests.Endpoints;

public sealed class EndpointTests : IAsyncLifetime
{
    private readonly Echo _policies = new();
    private WebApplication _app = null!;
    private HttpClient _http = null!;
    private GrpcChannel _channel = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.ConfigureKestrel(k =>
        {
            k.Listen(IPAddress.Loopback, 0, o => o.Protocols = HttpProtocols.Http1);
            k.Listen(IPAddress.Loopback, 0, o => o.Protocols = HttpProtocols.Http2);
        });
        builder.Logging.ClearProviders();
        builder.Services.AddGrpc();
        builder.Services.AddSingleton<IPolicyGenerator>(_policies);
        _app = builder.Build();
        _app.MapGrpcService<PolicyGrpcService>();
        _app.MapPost("/v1/chat/completions",
            (HttpContext http, IPolicyGenerator policies, CancellationToken stop) => ChatCompletions.CompleteAsync(http, policies, stop));
        await _app.StartAsync(Stop);
        var urls = _app.Urls.ToList();
        _http = new HttpClient { BaseAddress = new Uri(urls[0]) };
        _channel = GrpcChannel.ForAddress(urls[1]);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        _channel.Dispose();
        await _app.DisposeAsync();
    }

    [Fact]
    public async Task An_OpenAI_client_gets_a_tool_call_in_its_own_form()
    {
        var body = JsonNode.Parse($$"""
            {"model":"run_1/stage1","messages":[{"role":"user","content":[{"type":"text","text":"Cancel W1"}]}],"tools":{{SampleRows.Tools}},"temperature":0.5,"max_tokens":9,"seed":3}
            """)!;
        var answer = await (await _http.PostAsJsonAsync("/v1/chat/completions", body, Stop)).Content.ReadFromJsonAsync<JsonNode>(Stop);
        Assert.Equal("tool_calls", answer!["choices"]![0]!["finish_reason"]!.GetValue<string>());
        var call = answer["choices"]![0]!["message"]!["tool_calls"]![0]!;
        Assert.Equal(("function", "get_order"), (call["type"]!.GetValue<string>(), call["function"]!["name"]!.GetValue<string>()));
        Assert.Equal(10, answer["usage"]!["total_tokens"]!.GetValue<int>());
        Assert.Equal(("run_1", "stage1", 0.5, 9, 3L),
            (_policies.Last!.Run, _policies.Last.Policy, _policies.Last.Temperature, _policies.Last.MaxTokens, _policies.Last.Seed));
        Assert.Equal("Cancel W1", _policies.Last.Messages[0].Content);
    }

    [Theory]
    [InlineData("""{"messages":[{"role":"user","content":"x"}]}""", HttpStatusCode.BadRequest, "model")]
    [InlineData("""{"model":"stage1","messages":[]}""", HttpStatusCode.BadRequest, "messages")]
    [InlineData("""{"model":"stage1","messages":[{"role":"clown","content":"x"}]}""", HttpStatusCode.BadRequest, "clown")]
    [InlineData("""{"model":"stage1","messages":["x"]}""", HttpStatusCode.BadRequest, "object")]
    [InlineData("""{"model":"absent","messages":[{"role":"user","content":"x"}]}""", HttpStatusCode.NotFound, "absent")]
    [InlineData("not json", HttpStatusCode.BadRequest, "")]
    public async Task A_request_that_cannot_be_served_is_answered_with_the_reason(string body, HttpStatusCode status, string named)
    {
        using var content = new StringContent(body);
        var response = await _http.PostAsync("/v1/chat/completions", content, Stop);
        Assert.Equal(status, response.StatusCode);
        var error = await response.Content.ReadFromJsonAsync<JsonNode>(Stop);
        Assert.Contains(named, error!["error"]!["message"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    /// <summary>What the policy is asked, by what the client sends: tool_choice and its neighbours.</summary>
    [Theory]
    [InlineData("\"tool_choice\":\"auto\"", false, null, false, 3)]
    [InlineData("\"tool_choice\":null", false, null, false, 3)]
    [InlineData("\"tool_choice\":\"required\"", true, null, false, 3)]
    [InlineData("\"tool_choice\":\"none\"", false, null, false, 0)]
    [InlineData("\"tool_choice\":{\"type\":\"function\",\"function\":{\"name\":\"get_order\"}}", true, "get_order", false, 3)]
    [InlineData(
        "\"tool_choice\":{\"type\":\"allowed_tools\",\"allowed_tools\":{\"mode\":\"auto\",\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"get_order\"}}]}}",
        false, "get_order", false, 3)]
    [InlineData(
        "\"tool_choice\":{\"type\":\"allowed_tools\",\"allowed_tools\":{\"mode\":\"required\",\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"get_order\"}}]}}",
        true, "get_order", false, 3)]
    [InlineData("\"parallel_tool_calls\":false", false, null, true, 3)]
    [InlineData("\"parallel_tool_calls\":true,\"n\":1,\"user\":\"u\",\"store\":true,\"metadata\":{\"a\":\"b\"},\"service_tier\":\"auto\"", false, null, false,
        3)]
    [InlineData("\"logprobs\":false,\"response_format\":{\"type\":\"text\"},\"frequency_penalty\":0,\"logit_bias\":{},\"modalities\":[\"text\"]", false, null,
        false, 3)]
    public async Task What_a_client_asks_of_calls_reaches_the_policy(string members, bool must, string? callable, bool single, int tools)
    {
        var response = await PostAsync(members);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync(Stop));
        Assert.Equal((must, callable, single),
            (_policies.Last!.MustCall, _policies.Last.Callable is { } names ? string.Join(',', names) : null, _policies.Last.SingleCall));
        Assert.Equal(tools, JsonNode.Parse(_policies.Last.Tools)!.AsArray().Count);
    }

    /// <summary>Nothing that would change the answer is passed over in silence.</summary>
    [Theory]
    [InlineData("\"tool_choice\":\"sometimes\"", "tool_choice")]
    [InlineData("\"tool_choice\":{\"type\":\"custom\",\"custom\":{\"name\":\"x\"}}", "tool_choice")]
    [InlineData("\"tool_choice\":{\"type\":\"function\",\"function\":{\"name\":\"sing\"}}", "tool_choice")]
    [InlineData("\"tools\":[],\"tool_choice\":\"required\"", "tool_choice")]
    [InlineData("\"tools\":[{\"type\":\"custom\",\"custom\":{\"name\":\"x\"}}]", "tools")]
    [InlineData("\"tools\":[{\"type\":\"function\"}]", "tools")]
    [InlineData("\"n\":2", "n")]
    [InlineData("\"n\":0", "n")]
    [InlineData("\"max_tokens\":0", "max_tokens")]
    [InlineData("\"max_completion_tokens\":-1", "max_completion_tokens")]
    [InlineData("\"top_p\":1.5", "top_p")]
    [InlineData("\"temperature\":-1", "temperature")]
    [InlineData("\"stop\":[\"\"]", "stop")]
    [InlineData("\"stop\":5", "stop")]
    [InlineData("\"response_format\":{\"type\":\"json_object\"}", "response_format")]
    [InlineData("\"response_format\":{\"type\":\"json_schema\",\"json_schema\":{\"name\":\"a\",\"schema\":{}}}", "response_format")]
    [InlineData("\"logprobs\":true", "logprobs")]
    [InlineData("\"top_logprobs\":2", "top_logprobs")]
    [InlineData("\"logit_bias\":{\"5\":10}", "logit_bias")]
    [InlineData("\"frequency_penalty\":0.5", "frequency_penalty")]
    [InlineData("\"presence_penalty\":-1", "presence_penalty")]
    [InlineData("\"modalities\":[\"text\",\"audio\"]", "modalities")]
    [InlineData("\"audio\":{\"voice\":\"a\",\"format\":\"mp3\"}", "audio")]
    [InlineData("\"functions\":[{\"name\":\"f\"}]", "functions")]
    [InlineData("\"function_call\":\"auto\"", "function_call")]
    [InlineData("\"reasoning_effort\":\"high\"", "reasoning_effort")]
    [InlineData("\"verbosity\":\"low\"", "verbosity")]
    [InlineData("\"web_search_options\":{}", "web_search_options")]
    [InlineData("\"top_k\":40", "top_k")]
    [InlineData("\"messages\":[{\"role\":\"assistant\",\"function_call\":{\"name\":\"f\",\"arguments\":\"{}\"}}]", "messages")]
    [InlineData("\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"image_url\",\"image_url\":{\"url\":\"data:,\"}}]}]", "messages")]
    public async Task What_cannot_be_served_as_asked_is_refused_by_name(string members, string named)
    {
        var response = await PostAsync(members);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var error = (await response.Content.ReadFromJsonAsync<JsonNode>(Stop))!["error"]!;
        Assert.Equal(("invalid_request_error", named), (error["type"]!.GetValue<string>(), error["param"]!.GetValue<string>()));
        Assert.Null(_policies.Last);
    }

    [Theory]
    [InlineData("\"max_tokens\":3000", 3000)]
    [InlineData("\"max_completion_tokens\":9,\"max_tokens\":7", 9)]
    [InlineData("\"seed\":1", 256)]
    public async Task A_limit_of_tokens_is_kept_as_it_is_given(string members, int tokens)
    {
        await PostAsync(members);
        Assert.Equal(tokens, _policies.Last!.MaxTokens);
    }

    [Theory]
    [InlineData("\"stop\":\"is\"", "Order W1 ", "stop", false)]
    [InlineData("\"stop\":[\"never\",\" W1\"]", "Order", "stop", false)]
    [InlineData("\"stop\":\"never\"", "Order W1 is here.", "tool_calls", true)]
    public async Task What_is_said_ends_at_a_stop_text(string members, string said, string finish, bool calls)
    {
        _policies.Says = "Order W1 is here.";
        var choice = (await (await PostAsync(members)).Content.ReadFromJsonAsync<JsonNode>(Stop))!["choices"]![0]!;
        Assert.Equal((said, finish, calls),
            (choice["message"]!["content"]!.GetValue<string>(), choice["finish_reason"]!.GetValue<string>(), choice["message"]!["tool_calls"] is not null));
    }

    [Fact]
    public async Task A_stream_tells_the_reply_then_why_it_ended_then_the_tokens_where_they_are_asked_for()
    {
        var plain = await ChunksAsync("\"stream\":true");
        Assert.Equal(2, plain.Count);
        Assert.Equal(0, plain[0]["choices"]![0]!["delta"]!["tool_calls"]![0]!["index"]!.GetValue<int>());
        Assert.Equal((null, "tool_calls"),
            (plain[0]["choices"]![0]!["finish_reason"]?.GetValue<string>(), plain[1]["choices"]![0]!["finish_reason"]!.GetValue<string>()));
        Assert.All(plain, chunk => Assert.False(chunk.AsObject().ContainsKey("usage")));

        var counted = await ChunksAsync("\"stream\":true,\"stream_options\":{\"include_usage\":true}");
        Assert.Equal((3, 0, 10), (counted.Count, counted[2]["choices"]!.AsArray().Count, counted[2]["usage"]!["total_tokens"]!.GetValue<int>()));
    }

    private async Task<List<JsonNode>> ChunksAsync(string members)
    {
        var text = await (await PostAsync(members)).Content.ReadAsStringAsync(Stop);
        var lines = text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("data: [DONE]", lines[^1]);
        return [.. lines[..^1].Select(line => JsonNode.Parse(line["data: ".Length..])!)];
    }

    /// <summary>A request with these members in place of its own.</summary>
    private async Task<HttpResponseMessage> PostAsync(string members)
    {
        var body = JsonNode.Parse($$"""{"model":"stage1","messages":[{"role":"user","content":"x"}],"tools":{{SampleRows.Tools}}}""")!.AsObject();
        foreach (var (name, value) in JsonNode.Parse($"{{{members}}}")!.AsObject())
        {
            body[name] = value?.DeepClone();
        }
        return await _http.PostAsJsonAsync("/v1/chat/completions", body, Stop);
    }

    [Fact]
    public async Task A_gRPC_client_gets_the_same_reply_and_a_status_where_there_is_no_checkpoint()
    {
        var client = new PolicyService.PolicyServiceClient(_channel);
        var request = new GenerateRequest { Policy = "stage1", RunId = "run_1", Seed = 4, ToolsJson = SampleRows.Tools };
        request.Messages.Add(new Message { Role = "user", Content = "Hello" });
        var reply = await client.GenerateAsync(request, cancellationToken: Stop);
        Assert.Equal(("tool_calls", "get_order"), (reply.FinishReason, reply.Message.ToolCalls[0].Name));
        Assert.Equal((256, 1.0, true), (_policies.Last!.MaxTokens, _policies.Last.TopP, _policies.Last.Constrained));
        Assert.Equal((false, null, false), (_policies.Last.MustCall, _policies.Last.Callable, _policies.Last.SingleCall));
        request.MergeFrom(new GenerateRequest { MustCall = true, SingleCall = true, CallableTools = { "get_order" } });
        await client.GenerateAsync(request, cancellationToken: Stop);
        Assert.Equal((true, "get_order", true), (_policies.Last.MustCall, Assert.Single(_policies.Last.Callable!), _policies.Last.SingleCall));
        request.Policy = "absent";
        var error = await Assert.ThrowsAsync<RpcException>(async () => await client.GenerateAsync(request, cancellationToken: Stop));
        Assert.Equal(StatusCode.NotFound, error.StatusCode);
    }

    private sealed class Echo : IPolicyGenerator
    {
        public PolicyRequest? Last { get; private set; }

        public string? Says { get; set; }

        public Task<PolicyReply> GenerateAsync(PolicyRequest request, CancellationToken cancellationToken)
        {
            Last = request;
            return request.Policy == "absent"
                ? throw new PolicyUnavailableException("there is no checkpoint 'absent'")
                : Task.FromResult(new PolicyReply(ChatMessage.Assistant(Says, [SampleRows.Call(1, "get_order", """{"order_id":"W1"}""")]), "tool_calls", 7, 3));
        }
    }
}
