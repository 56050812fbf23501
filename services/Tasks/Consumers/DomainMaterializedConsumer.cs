using System.Text.Json;
using AgentScaler.Contracts.Messages;
using AgentScaler.Environments;
using AgentScaler.Environments.Sessions;
using AgentScaler.LanguageModels;
using AgentScaler.Pipeline;
using AgentScaler.Pipeline.Documents;
using AgentScaler.Pipeline.Options;
using AgentScaler.Pipeline.Runs;
using AgentScaler.Storage;
using AgentScaler.Tasks.Rewriting;
using AgentScaler.Tasks.Telemetry;
using AgentScaler.Tools;
using AgentScaler.Trajectories;
using MassTransit;

namespace AgentScaler.Tasks.Consumers;

/// <summary>Generates the tasks of a domain that has its environment.</summary>
public sealed class DomainMaterializedConsumer(
    RunRepository runs, IDocumentStore store, IArtifactStore artifacts, TaskGenerator generator, IntentAuthors authors,
        ILogger<DomainMaterializedConsumer> logger)
    : IConsumer<DomainMaterialized>
{
    public async Task Consume(ConsumeContext<DomainMaterialized> context)
    {
        var (message, stop) = (context.Message, context.CancellationToken);
        if (await runs.WantedAsync(message.RunId, PipelineStage.Tasks, stop) is not { } run)
        {
            return;
        }

        if (await AbsentAsync(run, stop) is { } absent)
        {
            await runs.EndAsync(
                run.Id, RunStatus.Failed,
                    $"tasks: the setting domains names '{absent}', which is not a domain of this run; domains.jsonl lists the slugs of its domains.", stop);
            return;
        }

        using var activity = TasksTelemetry.Source.StartActivity("generate_tasks");
        var done = await store.FindAsync<TaskSetRecord>(Collections.TaskSets, run.Id, message.DomainId, stop);
        if (done is null)
        {
            done = await GenerateAsync(run, message.DomainId, stop);
            TasksTelemetry.TasksMade(done.Figures.Tasks);
            logger.TaskSetGenerated(run.Id, done.Domain, done.Figures.Tasks);
        }

        activity?.SetTag("agentscaler.domain", done.Domain);
        await context.Publish(new TasksGenerated(run.Id, message.DomainId, done.Figures.Tasks), stop);
    }

    private async Task<TaskSetRecord> GenerateAsync(RunDocument run, string domainId, CancellationToken stop)
    {
        var domain = await store.LoadAsync<ToolDomain>(Collections.Domains, run.Id, domainId, stop);
        var document = await store.LoadAsync<EnvironmentDocument>(Collections.Environments, run.Id, domainId, stop);
        if (document.Status != EnvironmentDocument.Materialized)
        {
            throw new UnrecoverableException($"Domain '{domain.Slug}' is {document.Status}: it has no environment to make tasks for.");
        }

        var files = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, artifact) in document.Files.Where(f => f.Key.EndsWith(".json", StringComparison.Ordinal)
            || f.Key.EndsWith(".md", StringComparison.Ordinal)))
        {
            files[name] = await artifacts.ReadTextAsync(artifact.Sha256, stop);
        }

        var (definition, initial) = EnvironmentFiles.Read(name => files[name]);
        var options = run.OptionsOf<TaskOptions>().Of(domain.Slug);
        var environment = CompiledEnvironment.Compile(definition, initial);
        var made = generator.Generate(environment, domain, options, run.Seed, await LicensesAsync(run.Id, domain, stop));
        var set = await authors.RewriteAsync(made, environment, options.AuthorEndpoint, new StoredLedger(store, run.Id), stop);

        // Tasks are written first and the set's own document last, so that a reader who finds it finds every task.
        await store.PutManyIfAbsentAsync(Collections.Tasks,
            [.. set.Tasks.Select(t => TypedDocuments.Of(run.Id, t.Id, t, ("domain", t.Domain), ("kind", Word(t.Kind))))], stop);
        var record = new TaskSetRecord(domain.Slug, set.Tasks.Count > 0 ? "generated" : "empty", set.Figures);
        await store.PutIfAbsentAsync(Collections.TaskSets, TypedDocuments.Of(run.Id, domainId, record, ("status", record.Status)), stop);
        return record;
    }

    /// <summary>
    /// Returns the first domain that the settings name and the run does not have. It is a mistake in the settings and not in a domain's data, so it
    /// ends the run. Otherwise nothing would report the missing tasks.
    /// </summary>
    private async Task<string?> AbsentAsync(RunDocument run, CancellationToken stop)
    {
        foreach (var slug in run.OptionsOf<TaskOptions>().Domains.Keys)
        {
            if (!await store.WhereAsync<ToolDomain>(Collections.Domains, run.Id, "slug", slug, stop).AnyAsync(stop))
            {
                return slug;
            }
        }

        return null;
    }

    private async Task<Dictionary<string, string>> LicensesAsync(string run, ToolDomain domain, CancellationToken stop)
    {
        var licenses = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var id in domain.Tools)
        {
            if (await store.FindAsync<ToolSpecification>(Collections.Tools, run, id, stop) is { Source.License: { } license })
            {
                licenses[id] = license;
            }
        }

        return licenses;
    }

    private static string Word(TaskKind kind) => JsonNamingPolicy.SnakeCaseLower.ConvertName(kind.ToString());
}
