using System.Text.Json;
using AgentScaler.Gateway.Runs;
using AgentScaler.Hosting.Bus;
using Microsoft.AspNetCore.Diagnostics;

namespace AgentScaler.Gateway.Api;

/// <summary>Turns exceptions into RFC 9457 problem details. The client is told what it can correct; everything else goes to the log only.</summary>
internal sealed class ProblemHandler(IProblemDetailsService problems) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var (status, title, detail) = exception switch
        {
            OrderException => (StatusCodes.Status400BadRequest, "The order cannot be carried out", exception.Message),
            OrderConflictException => (StatusCodes.Status409Conflict, "There is another run of this id", exception.Message),
            KeyNotFoundException => (StatusCodes.Status404NotFound, "Not found", exception.Message),
            BadHttpRequestException bad =>
                (bad.StatusCode, "The request cannot be read", bad.InnerException is JsonException json ? json.Message : bad.Message),
            // A client of the store or broker cancels its own call when no answer comes in time.
            _ when exception is OperationCanceledException || Outage.Is(exception) =>
                (StatusCodes.Status503ServiceUnavailable, "Out of reach", "Something that the request needs does not answer; try again."),
            _ => (StatusCodes.Status500InternalServerError, "The request failed", "The server's log says why."),
        };
        httpContext.Response.StatusCode = status;
        return await problems.TryWriteAsync(new ProblemDetailsContext
        {
            HttpContext = httpContext,
            ProblemDetails = { Status = status, Title = title, Detail = detail },
        });
    }
}
