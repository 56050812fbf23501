using AgentScaler.Contracts.Messages;
using AgentScaler.Materialization.Telemetry;
using AgentScaler.Pipeline.Documents;
using AgentScaler.Pipeline.Runs;
using MassTransit;

namespace AgentScaler.Materialization.Consumers;

/// <summary>A domain was found: gives it its environment, or says why it has none.</summary>
public sealed class DomainDiscoveredConsumer(RunRepository runs, MaterializationStage stage,
    ILogger<DomainDiscoveredConsumer> logger) : IConsumer<DomainDiscovered>
{
    public async Task Consume(ConsumeContext<DomainDiscovered> context)
    {
        var (message, stop) = (context.Message, context.CancellationToken);
        if (await runs.WantedAsync(message.RunId, PipelineStage.Materialize, stop) is not { } run)
        {
            return;
        }

        using var activity = MaterializationTelemetry.Source.StartActivity("materialize_domain");
        var document = await stage.RunAsync(run, message.DomainId, stop);
        activity?.SetTag("agentscaler.domain", document.Slug);
        MaterializationTelemetry.DomainEnded(document.Status);
        if (document.Status == EnvironmentDocument.Materialized)
        {
            logger.DomainMaterialized(run.Id, document.Slug);
            await context.Publish(new DomainMaterialized(run.Id, message.DomainId, document.EnvironmentId), stop);
        }
        else
        {
            logger.DomainRejected(run.Id, document.Slug, document.Reason ?? "unknown");
            await context.Publish(new DomainRejected(run.Id, message.DomainId, document.Reason ?? "unknown"), stop);
        }
    }
}
