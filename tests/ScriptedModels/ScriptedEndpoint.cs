using System.Collections.Concurrent;
using System.IO.Compression;
using System.Net;
using System.Text;
using AgentScaler.Environments.Values;
using AgentScaler.LanguageModels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AgentScaler.ScriptedModels;

/// <summary>An OpenAI-compatible endpoint in this process that answers as a test says.</summary>
public sealed class ScriptedEndpoint : IAsyncDisposable
{
    private readonly WebApplication _app;

    private ScriptedEndpoint(WebApplication app) => _app = app;

    public ConcurrentQueue<Value> Requests { get; } = new();

    public ConcurrentQueue<string?> Keys { get; } = new();

    public string Address => _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First() + "/v1";

    /// <param name="answer">Status, headers and body of the n-th answer, from 0 on, given the request.</param>
    public static async Task<ScriptedEndpoint> StartAsync(Func<int, Value, Reply> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel(options => options.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        var endpoint = new ScriptedEndpoint(app);
        var number = -1;
        app.MapPost("/v1/chat/completions", async (HttpContext context) =>
        {
            using var reader = new StreamReader(context.Request.Body);
            var request = Value.Parse(await reader.ReadToEndAsync());
            endpoint.Requests.Enqueue(request);
            endpoint.Keys.Enqueue(context.Request.Headers.Authorization.ToString());
            var reply = answer(Interlocked.Increment(ref number), request);
            if (reply.Hangs)
            {
                await Task.Delay(Timeout.Infinite, context.RequestAborted);
            }

            context.Response.StatusCode = reply.Status;
            context.Response.ContentType = reply.ContentType
                ?? (reply.Body.StartsWith("data:", StringComparison.Ordinal) ? "text/event-stream" : "application/json");
            if (reply.RetryAfter is { } seconds)
            {
                context.Response.Headers.RetryAfter = seconds;
            }

            if (reply.Zipped)
            {
                context.Response.Headers.ContentEncoding = "gzip";
                await using var zip = new GZipStream(context.Response.Body, CompressionLevel.Fastest, leaveOpen: true);
                await zip.WriteAsync(Encoding.UTF8.GetBytes(reply.Body));
                return;
            }

            await context.Response.WriteAsync(reply.Body);
            if (reply.BreaksOff)
            {
                await context.Response.Body.FlushAsync();
                context.Abort();
            }
        });
        await app.StartAsync();
        return endpoint;
    }

    public static Reply Says(string content) => new(
        200,
        Value.Object(
            ("choices",
                Value.From([Value.Object(("index", 0), ("finish_reason", "stop"), ("message", Value.Object(("role", "assistant"), ("content", content))))])),
            ("usage", Value.Object(("prompt_tokens", 100), ("completion_tokens", 20)))).ToJson());

    public static Reply Calls(params (string Id, string Name, string Arguments)[] calls) => new(
        200,
        Value.Object(
            ("choices", Value.From(
            [
                Value.Object(("index", 0), ("finish_reason", "tool_calls"), ("message", Value.Object(
                    ("role", "assistant"), ("content", Value.Null), ("reasoning_content", "Let me think."),
                    ("tool_calls", Value.From(calls.Select(c =>
                        Value.Object(("id", c.Id), ("type", "function"), ("function", Value.Object(("name", c.Name), ("arguments", c.Arguments)))))))))),
            ])),
            ("usage", Value.Object(("prompt_tokens", 100), ("completion_tokens", 20)))).ToJson());

    /// <summary>A client of this endpoint, in whose time every pause is over at once.</summary>
    public ChatClient Client(Func<EndpointOptions, EndpointOptions>? change = null)
    {
        var options = new EndpointOptions { Endpoint = Address, Model = "tiny", KeyVariable = "AGENTSCALER_NO_SUCH_KEY" };
        options = change?.Invoke(options) ?? options;
        return new ChatClient(ModelConnections.Create(), options, new Budget(options.Budget, options.TokenBudget), new HastyTime());
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    public sealed record Reply(int Status, string Body, string? RetryAfter = null, bool Hangs = false)
    {
        /// <summary>What the header says of the body; null where it says the truth.</summary>
        public string? ContentType { get; init; }

        /// <summary>Whether the body is compressed, asked for or not.</summary>
        public bool Zipped { get; init; }

        /// <summary>Whether the connection is cut after the body.</summary>
        public bool BreaksOff { get; init; }
    }
}
