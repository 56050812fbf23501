using AgentScaler.Clustering.Telemetry;
using AgentScaler.Contracts.Messages;
using AgentScaler.Pipeline.Runs;
using AgentScaler.Storage;
using MassTransit;

namespace AgentScaler.Clustering.Consumers;

/// <summary>Cuts a run's tools into domains when they are collected, and announces every domain.</summary>
public sealed class ScenariosCollectedConsumer(RunRepository runs, IDocumentStore store, ClusteringStage stage,
    ILogger<ScenariosCollectedConsumer> logger) : IConsumer<ScenariosCollected>
{
    public async Task Consume(ConsumeContext<ScenariosCollected> context)
    {
        var stop = context.CancellationToken;
        var run = await runs.WantedAsync(context.Message.RunId, PipelineStage.Cluster, stop);
        if (run is null)
        {
            return;
        }

        using var activity = ClusteringTelemetry.Source.StartActivity("cluster");
        await stage.RunAsync(run, stop);
        var count = 0;
        await foreach (var domain in store.StreamAsync(Collections.Domains, run.Id, null, stop))
        {
            await context.Publish(new DomainDiscovered(run.Id, domain.Id), stop);
            count++;
        }

        activity?.SetTag("agentscaler.clustering.domains", count);
        logger.GraphClustered(run.Id, count);
        await context.Publish(new GraphClustered(run.Id, count), stop);
    }
}
