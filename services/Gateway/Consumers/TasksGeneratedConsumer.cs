using AgentScaler.Contracts.Messages;
using AgentScaler.Gateway.Orchestration;
using AgentScaler.Pipeline.Documents;
using AgentScaler.Pipeline.Options;
using AgentScaler.Pipeline.Runs;
using AgentScaler.Storage;
using AgentScaler.Tools;
using MassTransit;

namespace AgentScaler.Gateway.Consumers;

/// <summary>Requests every attempt of every task when a domain's tasks are generated.</summary>
public sealed class TasksGeneratedConsumer(RunRepository runs, IDocumentStore store) : IConsumer<TasksGenerated>
{
    public async Task Consume(ConsumeContext<TasksGenerated> context)
    {
        var (message, stop) = (context.Message, context.CancellationToken);
        var run = await runs.WantedAsync(message.RunId, PipelineStage.Rollout, stop);
        if (run is null)
        {
            return;
        }

        var options = run.OptionsOf<RolloutOptions>();
        var domain = await store.LoadAsync<ToolDomain>(Collections.Domains, run.Id, message.DomainId, stop);
        await foreach (var task in store.QueryAsync(Collections.Tasks, run.Id, "domain", domain.Slug, stop))
        {
            await context.PublishBatch(EpisodePlan.For(run, options, task.Id), stop);
        }
    }
}
