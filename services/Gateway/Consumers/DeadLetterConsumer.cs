using AgentScaler.Contracts.Messages;
using AgentScaler.Gateway.Orchestration;
using MassTransit;

namespace AgentScaler.Gateway.Consumers;

/// <summary>
/// The broker gave a message up: it was delivered again and again and never finished, which is what work does that kills its
/// worker. It becomes dead work as a fault does, so that the run ends visibly.
/// </summary>
public sealed class DeadLetterConsumer(DeadWork dead) :
    IConsumer<PipelineRequested>,
    IConsumer<ScenariosCollected>,
    IConsumer<DomainDiscovered>,
    IConsumer<DomainMaterialized>,
    IConsumer<TasksGenerated>,
    IConsumer<RolloutRequested>,
    IConsumer<TrajectoryRecorded>,
    IConsumer<DatasetRequested>,
    IConsumer<TrainingRequested>,
    IConsumer<EvaluationRequested>
{
    private const string Reason = "the broker gave the message up after its delivery limit: the work ended its worker, or outlived the broker's patience, each time";

    public Task Consume(ConsumeContext<PipelineRequested> context) => WriteAsync(context, context.Message);

    public Task Consume(ConsumeContext<ScenariosCollected> context) => WriteAsync(context, context.Message);

    public Task Consume(ConsumeContext<DomainDiscovered> context) => WriteAsync(context, context.Message);

    public Task Consume(ConsumeContext<DomainMaterialized> context) => WriteAsync(context, context.Message);

    public Task Consume(ConsumeContext<TasksGenerated> context) => WriteAsync(context, context.Message);

    public Task Consume(ConsumeContext<RolloutRequested> context) => WriteAsync(context, context.Message);

    public Task Consume(ConsumeContext<TrajectoryRecorded> context) => WriteAsync(context, context.Message);

    public Task Consume(ConsumeContext<DatasetRequested> context) => WriteAsync(context, context.Message);

    public Task Consume(ConsumeContext<TrainingRequested> context) => WriteAsync(context, context.Message);

    public Task Consume(ConsumeContext<EvaluationRequested> context) => WriteAsync(context, context.Message);

    private Task WriteAsync(ConsumeContext context, object message) => dead.WriteAsync(message, Reason, [], null, context.CancellationToken);
}
