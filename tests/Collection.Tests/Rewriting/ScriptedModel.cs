using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace AgentScaler.Collection.Tests.Rewriting;

/// <summary>An OpenAI-compatible endpoint in this process that answers by a script.</summary>
internal sealed class ScriptedModel : IAsyncDisposable
{
    private readonly WebApplication _app;

    private ScriptedModel(WebApplication app) => _app = app;

    public string Endpoint => _app.Urls.Single() + "/v1";

    public ConcurrentQueue<JsonElement> Requests { get; } = new();

    /// <param name="answer">Status and message content for the n-th request (from 1) about a tool of the given name.</param>
    public static async Task<ScriptedModel> StartAsync(Func<string, int, (int Status, string Content)> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var model = new ScriptedModel(app);
        app.MapPost("/v1/chat/completions", async (HttpRequest request) =>
        {
            var body = (await JsonDocument.ParseAsync(request.Body)).RootElement;
            model.Requests.Enqueue(body);
            var facts = JsonDocument.Parse(body.GetProperty("messages")[1].GetProperty("content").GetString()!).RootElement;
            var (status, content) = answer(facts.GetProperty("name").GetString()!, model.Requests.Count);
            return status == 200
                ? Results.Json(new { choices = new[] { new { message = new { role = "assistant", content } } } })
                : Results.Text(content, statusCode: status);
        });
        await app.StartAsync(TestContext.Current.CancellationToken);
        return model;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
