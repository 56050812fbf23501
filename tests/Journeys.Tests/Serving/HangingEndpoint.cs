using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace AgentScaler.Journeys.Tests.Serving;

/// <summary>A model endpoint that never answers, and notices who hangs up.</summary>
internal sealed class HangingEndpoint : IAsyncDisposable
{
    private readonly WebApplication _app;
    private int _waiting;

    private HangingEndpoint(WebApplication app) => _app = app;

    /// <summary>Completed when a request has come.</summary>
    public TaskCompletionSource Asked { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completed when the last one that waited has gone.</summary>
    public TaskCompletionSource LeftAlone { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Address => _app.Urls.First() + "/v1";

    public static async Task<HangingEndpoint> StartAsync(CancellationToken stop)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var endpoint = new HangingEndpoint(builder.Build());
        endpoint._app.MapPost("/v1/chat/completions", endpoint.HangAsync);
        await endpoint._app.StartAsync(stop);
        return endpoint;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task HangAsync(HttpContext http)
    {
        Interlocked.Increment(ref _waiting);
        Asked.TrySetResult();
        var gone = new TaskCompletionSource();
        await using (http.RequestAborted.Register(gone.SetResult))
        {
            await gone.Task;
        }

        if (Interlocked.Decrement(ref _waiting) == 0)
        {
            LeftAlone.TrySetResult();
        }
    }
}
