using AgentScaler.Contracts.Messages;
using AgentScaler.Gateway.Orchestration;
using MassTransit;

namespace AgentScaler.Gateway.Consumers;

/// <summary>
/// A unit of work failed for good: it is written down, so that the count of its stage comes out, the run ends visibly and
/// <c>errors replay</c> can try it again.
/// </summary>
public sealed class DeadWorkConsumer(DeadWork dead) :
    IConsumer<Fault<PipelineRequested>>,
    IConsumer<Fault<ScenariosCollected>>,
    IConsumer<Fault<DomainDiscovered>>,
    IConsumer<Fault<DomainMaterialized>>,
    IConsumer<Fault<TasksGenerated>>,
    IConsumer<Fault<RolloutRequested>>,
    IConsumer<Fault<TrajectoryRecorded>>,
    IConsumer<Fault<DatasetRequested>>,
    IConsumer<Fault<TrainingRequested>>,
    IConsumer<Fault<EvaluationRequested>>
{
    public Task Consume(ConsumeContext<Fault<PipelineRequested>> context) => WriteAsync(context);

    public Task Consume(ConsumeContext<Fault<ScenariosCollected>> context) => WriteAsync(context);

    public Task Consume(ConsumeContext<Fault<DomainDiscovered>> context) => WriteAsync(context);

    public Task Consume(ConsumeContext<Fault<DomainMaterialized>> context) => WriteAsync(context);

    public Task Consume(ConsumeContext<Fault<TasksGenerated>> context) => WriteAsync(context);

    public Task Consume(ConsumeContext<Fault<RolloutRequested>> context) => WriteAsync(context);

    public Task Consume(ConsumeContext<Fault<TrajectoryRecorded>> context) => WriteAsync(context);

    public Task Consume(ConsumeContext<Fault<DatasetRequested>> context) => WriteAsync(context);

    public Task Consume(ConsumeContext<Fault<TrainingRequested>> context) => WriteAsync(context);

    public Task Consume(ConsumeContext<Fault<EvaluationRequested>> context) => WriteAsync(context);

    private Task WriteAsync<T>(ConsumeContext<Fault<T>> context)
        where T : class
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
