using Grpc.AspNetCore.Server;
using Grpc.Core;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.Hosting;

namespace AgentScaler.Hosting;

/// <summary>
/// Lets a service end in time: the web server waits for its requests, and only then the bus ends. A stream never ends by itself, so it is ended when
/// the service begins to stop. Its client continues at another server, or at this one after the restart. Any other request has a few seconds.
/// </summary>
internal sealed class RequestDrain
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Hearing = TimeSpan.FromSeconds(1);

    private readonly RequestDelegate _next;
    private readonly CancellationToken _stopping;
    private readonly CancellationTokenSource _late = new();

    public RequestDrain(RequestDelegate next, IHostApplicationLifetime lifetime)
    {
        _next = next;
        _stopping = lifetime.ApplicationStopping;
        _stopping.Register(() => _late.CancelAfter(Patience));
    }

    public Task InvokeAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.GetEndpoint()?.Metadata.GetMetadata<GrpcMethodMetadata>()?.Method.Type switch
        {
            null => IsEventStream(context) ? EndAsync(context, _stopping) : AbortAsync(context),
            MethodType.Unary => EndAsync(context, _late.Token),
            MethodType.ServerStreaming => EndAsync(context, _stopping),
            _ => HangUpAsync(context),
        };
    }

    /// <summary>Whether the request opens an event stream without an end. An answer to a client's message in the same form does have an end.</summary>
    private static bool IsEventStream(HttpContext context) =>
        HttpMethods.IsGet(context.Request.Method)
        && context.GetEndpoint()?.Metadata.GetOrderedMetadata<IProducesResponseTypeMetadata>()
            .Any(answer => answer.ContentTypes.Contains("text/event-stream")) == true;

    /// <summary>The request's own token tells it to end, so that the client still gets a proper end of its stream, or a status.</summary>
    private async Task EndAsync(HttpContext context, CancellationToken end)
    {
        var aborted = context.RequestAborted;
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(aborted, end);
        context.RequestAborted = ends.Token;
        try
        {
            await _next(context);
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
    /// Ends a call in which the client sends messages too. The web server waits for the client to finish, and a client that is not reading from its call
    /// never does. Its connection is therefore closed after it had the time to receive the status.
    /// </summary>
    private async Task HangUpAsync(HttpContext context)
    {
        await EndAsync(context, _stopping);
        if (_stopping.IsCancellationRequested && context.Features.Get<IConnectionLifetimeFeature>() is { } connection)
        {
            _ = CloseAsync(connection);
        }
    }

    private static async Task CloseAsync(IConnectionLifetimeFeature connection)
    {
        await Task.Delay(Hearing);
        connection.Abort();
    }

    /// <summary>Breaks the connection, so that half an answer does not look like a whole one.</summary>
    private async Task AbortAsync(HttpContext context)
    {
        using var registration = _late.Token.UnsafeRegister(static request => ((HttpContext)request!).Abort(), context);
        await _next(context);
    }
}
