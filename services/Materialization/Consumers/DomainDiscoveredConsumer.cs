using AgentScaler.Contracts.Messages;
using AgentScaler.Hosting.Documents;
using AgentScaler.Hosting.Runs;
using MassTransit;

namespace AgentScaler.Materialization.Consumers;

/// <summary>A domain was found: gives it its environment, or says why it has none.</summary>
public sealed class DomainDiscoveredConsumer(RunRepository runs, MaterializationStage stage) : IConsumer<DomainDiscovered>
{
    public async Task Consume(ConsumeContext<DomainDiscovered> context)
    {
        var (message, stop) = (context.Message, context.CancellationToken);
        if (await runs.WantedAsync(message.RunId, PipelineStage.Materialize, stop) is not { } run)
        {
            return;
        }

        var document = await stage.RunAsync(run, message.DomainId, stop);
        if (document.Status == EnvironmentDocument.Materialized)
        {
            await context.Publish(new DomainMaterialized(run.Id, message.DomainId, document.EnvironmentId), stop);
        }
        else
        {
            await context.Publish(new DomainRejected(run.Id, message.DomainId, document.Reason ?? "unknown"), stop);
        }
    }
}
