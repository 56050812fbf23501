using System.Diagnostics;
using AgentScaler.Collection.Rewriting;
using AgentScaler.Collection.Sources;
using AgentScaler.Collection.Storing;
using AgentScaler.Collection.Telemetry;
using AgentScaler.Contracts.Messages;
using AgentScaler.LanguageModels;
using AgentScaler.Pipeline;
using AgentScaler.Pipeline.Options;
using AgentScaler.Pipeline.Runs;
using AgentScaler.Storage;
using AgentScaler.Tools;
using MassTransit;

namespace AgentScaler.Collection.Consumers;

/// <summary>Reads a run's sources into the store and announces it.</summary>
public sealed class PipelineRequestedConsumer(
    RunRepository runs, IDocumentStore store, IArtifactStore artifacts, IHttpClientFactory clients, TimeProvider time,
        ILogger<PipelineRequestedConsumer> logger) : IConsumer<PipelineRequested>
{
    private const int LoggedDocuments = 20;
    private const int LoggedNames = 12;

    public async Task Consume(ConsumeContext<PipelineRequested> context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var cancellationToken = context.CancellationToken;
        if (await runs.WantedAsync(context.Message.RunId, PipelineStage.Collect, cancellationToken) is not { } run)
        {
            return;
        }

        if (await runs.StageAsync(run.Id, PipelineStage.Collect, cancellationToken) is { Status: RunStatus.Completed })
        {
            // A second delivery finds the finished work and announces it again.
            var known = await store.CountAsync(Collections.Tools, run.Id, cancellationToken);
            await context.Publish(new ScenariosCollected(run.Id, (int)known), cancellationToken);
            return;
        }

        using var activity = CollectionTelemetry.Source.StartActivity("collect");
        var options = run.OptionsOf<CollectionOptions>();
        var rewriter = options.Rewrite.Endpoint is null
            ? null
            : new DescriptionRewriter(clients.CreateClient(CollectionModule.ModelClient), options.Rewrite, new StoredLedger(store, run.Id), time);
        var sink = new StoreSink(store, run.Id);
        CollectionSummary summary;
        try
        {
            using var sources = await FetchedSources.FetchAsync(run.Sources, artifacts, cancellationToken);
            summary = await new ScenarioCollector(rewriter).CollectAsync(sources.Paths, options, sink, new LoggedProgress(logger, run.Id), cancellationToken);
        }
        catch (UnusableSourceException exception)
        {
            throw new UnrecoverableException(exception.Message, exception);
        }

        if (summary.Tools == 0)
        {
            throw new UnrecoverableException(Nothing(run, summary));
        }

        await sink.FlushAsync(cancellationToken);
        Record(run.Id, summary, activity);
        await runs.CompleteAsync(run.Id, PipelineStage.Collect, CollectionFigures.Of(summary), cancellationToken);
        await context.Publish(new ScenariosCollected(run.Id, summary.Tools), cancellationToken);
    }

    private void Record(string run, CollectionSummary summary, Activity? activity)
    {
        CollectionTelemetry.Collected(summary, activity);
        logger.SourcesCollected(run, summary.Documents, summary.Tools, summary.Duplicates, summary.Rejected);
        foreach (var failure in summary.Failures)
        {
            logger.DocumentFailed(run, failure.Uri, failure.Error);
        }

        foreach (var document in summary.Unrecognized.Take(LoggedDocuments))
        {
            logger.DocumentNotRecognized(run, document.Uri, document.LooksLike!);
        }

        if (summary.Unread.Count > 0)
        {
            var most = summary.Unread.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Take(LoggedNames);
            logger.MembersNotRead(run, summary.Unread.Count, string.Join(", ", most.Select(pair => $"{pair.Key} ({pair.Value})")));
        }
    }

    /// <summary>Explains why the sources gave no tool: names the first unreadable documents, or says that no document has a tool.</summary>
    private static string Nothing(RunDocument run, CollectionSummary summary)
    {
        var failures = string.Join("; ", summary.Failures.Take(5).Select(report => $"{report.Uri}: {report.Error}"));
        var sources = string.Join(", ", run.Sources);
        var excluded = summary.RejectedByReason.GetValueOrDefault(RejectedTool.InBenchmark);
        if (excluded > 0)
        {
            return $"No tool of {sources} is left: {excluded} match a benchmark, and collect.exclude leaves these out. {failures}".TrimEnd();
        }

        var unknown = string.Join("; ", summary.Unrecognized.Take(5).Select(report => $"{report.Uri}: {report.LooksLike}"));
        return failures.Length == 0 && unknown.Length > 0
            ? $"No tool was found in {sources}. Not read: {unknown}"
            : failures.Length > 0
            ? $"No tool was found in {sources}. {failures}"
            : $"No tool was found in {sources}: {summary.Documents} documents were read and none describes an operation that could be used.";
    }
}
