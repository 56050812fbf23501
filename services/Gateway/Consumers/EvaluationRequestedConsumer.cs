using AgentScaler.Contracts.Messages;
using AgentScaler.Gateway.Evaluation;
using AgentScaler.Pipeline.Documents;
using AgentScaler.Pipeline.Runs;
using AgentScaler.Storage;
using MassTransit;

namespace AgentScaler.Gateway.Consumers;

/// <summary>Chooses the episodes of the evaluation and requests them. When all are judged, computes the figures.</summary>
public sealed class EvaluationRequestedConsumer(
    RunRepository runs, IDocumentStore store, EvaluationPlanner planner, EvaluationEstimate estimate) : IConsumer<EvaluationRequested>
{
    public async Task Consume(ConsumeContext<EvaluationRequested> context)
    {
        var stop = context.CancellationToken;
        var run = await runs.WantedAsync(context.Message.RunId, PipelineStage.Evaluate, stop);
        if (run is null)
        {
            return;
        }

        var plan = await store.FindAsync<EvaluationEpisodes>(Collections.Evaluations, run.Id, EvaluationDocuments.Plan, stop);
        if (plan is null)
        {
            plan = await planner.PlanAsync(run, stop);
            await store.PutIfAbsentAsync(Collections.Evaluations, TypedDocuments.Of(run.Id, EvaluationDocuments.Plan, plan), stop);
        }

        if (context.Message.Played)
        {
            var report = await estimate.OfAsync(run, plan, stop);
            await store.PutIfAbsentAsync(Collections.Evaluations, TypedDocuments.Of(run.Id, EvaluationDocuments.Report, report), stop);
            await context.Publish(new EvaluationCompleted(run.Id, EvaluationDocuments.Report), stop);
            return;
        }

        await context.PublishBatch(plan.Episodes.Select(episode => episode.Request(run)), stop);
    }
}
