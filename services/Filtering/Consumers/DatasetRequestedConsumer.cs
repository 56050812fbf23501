using AgentScaler.Contracts.Messages;
using AgentScaler.Filtering.Datasets;
using AgentScaler.Filtering.Telemetry;
using AgentScaler.Pipeline.Documents;
using AgentScaler.Pipeline.Options;
using AgentScaler.Pipeline.Runs;
using AgentScaler.Storage;
using MassTransit;

namespace AgentScaler.Filtering.Consumers;

/// <summary>Builds a run's datasets once all its trajectories are judged.</summary>
public sealed class DatasetRequestedConsumer(RunRepository runs, IDocumentStore store, DatasetBuilder builder, RealismMeasure realism,
    ILogger<DatasetRequestedConsumer> logger) : IConsumer<DatasetRequested>
{
    public async Task Consume(ConsumeContext<DatasetRequested> context)
    {
        var (message, stop) = (context.Message, context.CancellationToken);
        var run = (await runs.WantedAsync(message.RunId, PipelineStage.Filter, stop))?.For(PipelineStage.Filter);
        if (run is null)
        {
            return;
        }

        if (await runs.StageAsync(run.Id, PipelineStage.Filter, stop) is not { Status: RunStatus.Completed })
        {
            using var activity = FilteringTelemetry.Source.StartActivity("build_datasets");
            var options = run.OptionsOf<DatasetOptions>();
            var funnel = await builder.BuildAsync(run.Id, options, run.Seed, stop);
            var figures = new { Funnel = funnel, Realism = await realism.MeasureAsync(run.Id, options.RealismReference, stop) };
            await runs.CompleteAsync(run.Id, PipelineStage.Filter, figures, stop);
            logger.DatasetsBuilt(run.Id, funnel.Accepted, funnel.In);
        }

        await foreach (var dataset in store.AllAsync<DatasetDocument>(Collections.Datasets, run.Id, stop))
        {
            await context.Publish(new DatasetReady(run.Id, dataset.Name, dataset.Stage), stop);
        }
    }
}
