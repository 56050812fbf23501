using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AgentScaler.Clustering.Tests.Endpoints;

/// <summary>An endpoint in this process that answers by script and keeps what it was asked.</summary>
internal sealed class ScriptedEndpoint : IAsyncDisposable
{
    private readonly WebApplication _app;

    private ScriptedEndpoint(Func<int, JsonElement, IResult> script)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.MapPost("/v1/{**path}", (HttpRequest request, string path, JsonElement body) =>
        {
            Asked.Enqueue((path, body, request.Headers.Authorization.ToString()));
            return script(Interlocked.Increment(ref _requests), body);
        });
    }

    private int _requests;

    public ConcurrentQueue<(string Path, JsonElement Body, string Authorization)> Asked { get; } = [];

    public string Address => _app.Urls.Single();

    /// <param name="script">From the request's number, counted from 1, and its body to the answer.</param>
    public static async Task<ScriptedEndpoint> StartAsync(Func<int, JsonElement, IResult> script)
    {
        var endpoint = new ScriptedEndpoint(script);
        await endpoint._app.StartAsync(TestContext.Current.CancellationToken);
        return endpoint;
    }

    /// <summary>Vectors of two numbers made of the length of each text and whether it has an e.</summary>
    public static IResult Embeddings(JsonElement body) => Results.Json(new
    {
        // Answers are numbered; their order in the list is free.
        data = body.GetProperty("input").EnumerateArray()
            .Select((text, index) => new { index, embedding = VectorOf(text.GetString()!) }).Reverse(),
    });

    public static float[] VectorOf(string text) => [text.Length, text.Contains('e', StringComparison.Ordinal) ? 1 : 0];

    public static IResult Chat(string content) => Results.Json(new { choices = new[] { new { message = new { role = "assistant", content } } } });

    public static IHttpClientFactory Clients => new ServiceCollection().AddHttpClient().BuildServiceProvider().GetRequiredService<IHttpClientFactory>();

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
