using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AgentScaler.Traces.Tests;

/// <summary>An OpenAI-compatible endpoint that plays the agent: it asks for a tool that there is not, and then gives up.</summary>
internal sealed class ModelEndpoint : IAsyncDisposable
{
    public const string Model = "tiny";

    private readonly WebApplication _app;
    private int _requests;

    private ModelEndpoint(WebApplication app) => _app = app;

    public int Requests => _requests;

    public string Address => _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single() + "/v1";

    public static async Task<ModelEndpoint> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel(options => options.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        var endpoint = new ModelEndpoint(app);
        app.MapPost("/v1/chat/completions", async (HttpContext context) =>
        {
            Interlocked.Increment(ref endpoint._requests);
            var last = (await JsonNode.ParseAsync(context.Request.Body))!["messages"]!.AsArray()[^1]!;
            var message = (string?)last["role"] == "tool"
                ? new JsonObject { ["role"] = "assistant", ["content"] = "I cannot do that." }
                : new JsonObject
                {
                    ["role"] = "assistant",
                    ["tool_calls"] = new JsonArray(new JsonObject
                    {
                        ["id"] = "call_a",
                        ["type"] = "function",
                        ["function"] = new JsonObject { ["name"] = "no_such_tool", ["arguments"] = "{}" },
                    }),
                };
            return Results.Json(new JsonObject
            {
                ["choices"] = new JsonArray(new JsonObject { ["index"] = 0, ["finish_reason"] = "stop", ["message"] = message }),
                ["usage"] = new JsonObject { ["prompt_tokens"] = 100, ["completion_tokens"] = 20 },
            });
        });
        await app.StartAsync();
        return endpoint;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
