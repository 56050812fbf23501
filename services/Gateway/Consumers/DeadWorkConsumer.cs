using System.Text.Json;
using AgentScaler.Contracts.Messages;
using AgentScaler.Gateway.Orchestration;
using AgentScaler.Hosting.Documents;
using AgentScaler.Hosting.Runs;
using AgentScaler.Storage;
using AgentScaler.Tools;
using MassTransit;

namespace AgentScaler.Gateway.Consumers;

/// <summary>
/// A unit of work failed for good: it is written down, so that the count of its stage comes out, the run ends visibly and
/// <c>errors replay</c> can try it again.
/// </summary>
public sealed class DeadWorkConsumer(IDocumentStore store) :
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
    public Task Consume(ConsumeContext<Fault<PipelineRequested>> context) => WriteAsync(context, PipelineStage.Collect, m => m.RunId);

    public Task Consume(ConsumeContext<Fault<ScenariosCollected>> context) => WriteAsync(context, PipelineStage.Cluster, m => m.RunId);

    public Task Consume(ConsumeContext<Fault<DomainDiscovered>> context) => WriteAsync(context, PipelineStage.Materialize, m => m.RunId);

    public Task Consume(ConsumeContext<Fault<DomainMaterialized>> context) => WriteAsync(context, PipelineStage.Tasks, m => m.RunId);

    public Task Consume(ConsumeContext<Fault<TasksGenerated>> context) => WriteAsync(context, PipelineStage.Rollout, m => m.RunId);

    public Task Consume(ConsumeContext<Fault<RolloutRequested>> context) =>
        WriteAsync(context, context.Message.Message.Evaluation ? PipelineStage.Evaluate : PipelineStage.Rollout, m => m.RunId);

    public Task Consume(ConsumeContext<Fault<TrajectoryRecorded>> context) =>
        WriteAsync(context, context.Message.Message.Evaluation ? PipelineStage.Evaluate : PipelineStage.Filter, m => m.RunId);

    public Task Consume(ConsumeContext<Fault<DatasetRequested>> context) => WriteAsync(context, PipelineStage.Filter, m => m.RunId);

    public Task Consume(ConsumeContext<Fault<TrainingRequested>> context) => WriteAsync(context, PipelineStage.Train, m => m.RunId);

    public Task Consume(ConsumeContext<Fault<EvaluationRequested>> context) => WriteAsync(context, PipelineStage.Evaluate, m => m.RunId);

    private async Task WriteAsync<T>(ConsumeContext<Fault<T>> context, PipelineStage stage, Func<T, string> run)
        where T : class
    {
        var message = context.Message.Message;
        var cause = context.Message.Exceptions.FirstOrDefault();
        var reason = cause is null ? "the work failed" : $"{cause.Message}";
        var body = JsonSerializer.SerializeToElement(message, ContractJson.Options);
        var dead = new DeadWorkDocument(stage, typeof(T).Name, body, reason) { Kind = cause?.ExceptionType, StackTrace = cause?.StackTrace };
        var id = ContentId.Of("dead", typeof(T).Name, body.GetRawText());
        await store.PutIfAbsentAsync(
            Collections.DeadWork, TypedDocuments.Of(run(message), id, dead, ("stage", stage.Name())), context.CancellationToken);
    }
}
