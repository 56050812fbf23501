using Grpc.AspNetCore.Server;
using Grpc.Core;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.Hosting;

namespace AgentScaler.Hosting;

/// <summary>
/// Lets a service end in time: the web server waits for its requests, and only then the bus ends. A stream has no end of its own, so it ends when the
/// service begins to stop, and its client goes on at the next server or when this one is back. Any other request has a few seconds.
/// </summary>
internal sealed class RequestDrain
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Hearing = TimeSpan.FromSeconds(1);

    private readonly RequestDelegate next;
    private readonly CancellationToken stopping;
    private readonly CancellationTokenSource late = new();

    public RequestDrain(RequestDelegate next, IHostApplicationLifetime lifetime)
    {
        this.next = next;
        stopping = lifetime.ApplicationStopping;
        stopping.Register(() => late.CancelAfter(Patience));
    }

    public Task InvokeAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.GetEndpoint()?.Metadata.GetMetadata<GrpcMethodMetadata>()?.Method.Type switch
        {
            null => IsEventStream(context) ? EndAsync(context, stopping) : AbortAsync(context),
            MethodType.Unary => EndAsync(context, late.Token),
            MethodType.ServerStreaming => EndAsync(context, stopping),
            _ => HangUpAsync(context),
        };
    }

    /// <summary>Event streams that a client opens and reads for as long as it likes; an answer in that form to what it sends has an end.</summary>
    private static bool IsEventStream(HttpContext context) =>
        HttpMethods.IsGet(context.Request.Method)
        && context.GetEndpoint()?.Metadata.GetOrderedMetadata<IProducesResponseTypeMetadata>().Any(answer => answer.ContentTypes.Contains("text/event-stream")) == true;

    /// <summary>The request's own token tells it to end, so that the client still gets a proper end of its stream, or a status.</summary>
    private async Task EndAsync(HttpContext context, CancellationToken end)
    {
        var aborted = context.RequestAborted;
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(aborted, end);
        context.RequestAborted = ends.Token;
        try
        {
            await next(context).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            if (!context.Response.HasStarted)
            {
                context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            }
        }
        finally
        {
            context.RequestAborted = aborted;
        }
    }

    /// <summary>
    /// A call in which the client speaks too. The web server waits for the client's last word, and a client that does not look at its call just then
    /// says none; so its connection is closed once it has had the time to hear how the call ended.
    /// </summary>
    private async Task HangUpAsync(HttpContext context)
    {
        await EndAsync(context, stopping).ConfigureAwait(false);
        if (stopping.IsCancellationRequested && context.Features.Get<IConnectionLifetimeFeature>() is { } connection)
        {
            _ = CloseAsync(connection);
        }
    }

    private static async Task CloseAsync(IConnectionLifetimeFeature connection)
    {
        await Task.Delay(Hearing).ConfigureAwait(false);
        connection.Abort();
    }

    /// <summary>Half an answer must not look like a whole one, so its connection breaks.</summary>
    private async Task AbortAsync(HttpContext context)
    {
        using var registration = late.Token.UnsafeRegister(static request => ((HttpContext)request!).Abort(), context);
        await next(context).ConfigureAwait(false);
    }
}
