using AgentScaler.Contracts.Messages;
using AgentScaler.Hosting.Documents;
using AgentScaler.Hosting.Runs;
using AgentScaler.Storage;
using MassTransit;

namespace AgentScaler.Materialization.Consumers;

/// <summary>A domain of the run's tool graph: make its environment, or say why there is none.</summary>
public sealed class DomainDiscoveredConsumer(RunRepository runs, IDocumentStore store, MaterializationStage stage) : IConsumer<DomainDiscovered>
{
    public async Task Consume(ConsumeContext<DomainDiscovered> context)
    {
        var (message, stop) = (context.Message, context.CancellationToken);
        var run = await runs.WantedAsync(message.RunId, PipelineStage.Materialize, stop);
        if (run is null)
        {
            return;
        }

        var done = await store.FindAsync<EnvironmentDocument>(Collections.Environments, run.Id, message.DomainId, stop)
            ?? await stage.RunAsync(run, message.DomainId, stop);
        if (done.Status == EnvironmentDocument.Materialized)
        {
            await context.Publish(new DomainMaterialized(run.Id, message.DomainId, done.EnvironmentId), stop);
        }
        else
        {
            await context.Publish(new DomainRejected(run.Id, message.DomainId, done.Reason ?? ""), stop);
        }
    }
}
