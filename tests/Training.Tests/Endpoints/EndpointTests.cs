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
        _app.MapPost("/v1/chat/completions", (HttpContext http, IPolicyGenerator policies, CancellationToken stop) => ChatCompletions.CompleteAsync(http, policies, stop));
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
        Assert.Equal(("run_1", "stage1", 0.5, 9, 3L), (_policies.Last!.Run, _policies.Last.Policy, _policies.Last.Temperature, _policies.Last.MaxTokens, _policies.Last.Seed));
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

    [Fact]
    public async Task A_stream_is_one_chunk_and_its_end()
    {
        var body = JsonNode.Parse("""{"model":"stage1","messages":[{"role":"user","content":"x"}],"stream":true}""")!;
        var text = await (await _http.PostAsJsonAsync("/v1/chat/completions", body, Stop)).Content.ReadAsStringAsync(Stop);
        var lines = text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("data: [DONE]", lines[1]);
        Assert.Equal(0, JsonNode.Parse(lines[0]["data: ".Length..])!["choices"]![0]!["delta"]!["tool_calls"]![0]!["index"]!.GetValue<int>());
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
        request.Policy = "absent";
        var error = await Assert.ThrowsAsync<RpcException>(async () => await client.GenerateAsync(request, cancellationToken: Stop));
        Assert.Equal(StatusCode.NotFound, error.StatusCode);
    }

    private sealed class Echo : IPolicyGenerator
    {
        public PolicyRequest? Last { get; private set; }

        public Task<PolicyReply> GenerateAsync(PolicyRequest request, CancellationToken cancellationToken)
        {
            Last = request;
            return request.Policy == "absent"
                ? throw new PolicyUnavailableException("there is no checkpoint 'absent'")
                : Task.FromResult(new PolicyReply(ChatMessage.Assistant(null, [SampleRows.Call(1, "get_order", """{"order_id":"W1"}""")]), "tool_calls", 7, 3));
        }
    }
}
