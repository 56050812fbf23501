using AgentScaler.Contracts;
using AgentScaler.Gateway.Orchestration;
using MassTransit;

namespace AgentScaler.Gateway.Consumers;

/// <summary>
/// Records units of work that failed for good. They count as ended, so the stage and the run can end, and <c>errors replay</c> can try them again.
/// </summary>
public sealed class DeadWorkConsumer<T>(DeadWork dead) : IConsumer<Fault<T>>
    where T : class, IWork
{
    public Task Consume(ConsumeContext<Fault<T>> context)
    {
        var cause = context.Message.Exceptions.FirstOrDefault();
        return dead.WriteAsync(
            context.Message.Message,
            cause?.Message ?? "the work failed",
            [.. Chain(cause).Select(exception => exception.ExceptionType)],
            cause?.StackTrace,
            context.CancellationToken);
    }

    private static IEnumerable<ExceptionInfo> Chain(ExceptionInfo? exception)
    {
        for (var at = exception; at is not null; at = at.InnerException)
        {
            yield return at;
        }
    }
}
