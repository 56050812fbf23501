using System.Text.Json;
using System.Text.Json.Nodes;
using AgentScaler.Gateway.Orchestration;
using AgentScaler.Gateway.Runs;
using AgentScaler.Pipeline;
using AgentScaler.Pipeline.Options;
using AgentScaler.Pipeline.Runs;
using AgentScaler.Standalone.Commands;
using AgentScaler.Standalone.Configuration;
using AgentScaler.Storage;

namespace AgentScaler.Standalone.Pipeline;

/// <summary>Builds the run's document from a request and the content of the workspace.</summary>
internal sealed class RunPreparation(RunRepository runs, IDocumentStore store, IArtifactStore artifacts)
{
    /// <exception cref="CommandException">The request does not fit the workspace, or a setting is wrong.</exception>
    public async Task<RunDocument> PrepareAsync(RunRequest request, CancellationToken cancellationToken)
    {
        var existing = await runs.FindAsync(WorkspaceFiles.Run, cancellationToken);
        var configuration = request.Config is null ? new RunConfiguration() : RunConfiguration.Load(request.Config);
        var run = request.WholePipeline || existing is null
            ? new RunDocument(WorkspaceFiles.Run, [], Sections(configuration), request.Seed ?? configuration.Seed ?? 0, request.Until, RunStatus.Running)
            : WithStage(existing, request, configuration) with { Until = request.Until };
        if (request.Options.Count > 0)
        {
            run = run with { Options = Overlay(run.Options, request) };
        }

        StageSettings.Validate(run.Options);
        run = await new GivenFiles(store, artifacts, request).StoreAsync(run, existing, cancellationToken);
        run = await new GivenTasks(artifacts, request).StoreAsync(run, cancellationToken);
        run = request.Sources.Count > 0
            ? run with
            {
                Sources = [.. request.Sources.Select(Path.GetFullPath)],
                SourcesHash = await HashAsync("--source", request.Sources, cancellationToken),
                BenchmarksHash = await BenchmarksHashAsync(run, cancellationToken),
            }
            : run;
        if (!request.WholePipeline)
        {
            await RequireEarlierStagesAsync(run, request, cancellationToken);
            var named = run.OptionsOf<MaterializationOptions>().Domains;
            await WorkspaceDomains.RequireAsync(store, request.Workspace, request.Until >= PipelineStage.Materialize ? named : [], cancellationToken);
        }

        return run;
    }

    /// <summary>Hashes the content of a benchmark like that of the sources, because a changed benchmark changes the matches with it.</summary>
    private static async Task<string?> BenchmarksHashAsync(RunDocument run, CancellationToken cancellationToken)
    {
        var benchmarks = run.OptionsOf<CollectionOptions>().Benchmarks;
        return benchmarks.Count == 0 ? null : await HashAsync("--benchmark", benchmarks, cancellationToken);
    }

    private static async Task<string> HashAsync(string option, IReadOnlyList<string> paths, CancellationToken cancellationToken)
    {
        try
        {
            return await SourceHash.OfAsync(option, paths, cancellationToken);
        }
        catch (OrderException exception)
        {
            throw CommandException.Usage(exception.Message);
        }
    }

    private static RunDocument WithStage(RunDocument existing, RunRequest request, RunConfiguration configuration)
    {
        var name = request.Until.Name();
        var options = existing.Options.Where(pair => pair.Key != name).ToDictionary();
        if (configuration.Sections.TryGetValue(name, out var section))
        {
            options[name] = JsonSerializer.SerializeToElement(section);
        }

        var seed = request.Seed ?? configuration.Seed;
        return existing with
        {
            Options = options,
            Seeds = seed is { } own && own != existing.Seed
                ? existing.Seeds.Where(pair => pair.Key != name).Append(KeyValuePair.Create(name, own)).ToDictionary()
                : seed is null ? existing.Seeds : existing.Seeds.Where(pair => pair.Key != name).ToDictionary(),
        };
    }

    private static Dictionary<string, JsonElement> Sections(RunConfiguration configuration) =>
        configuration.Sections.ToDictionary(pair => pair.Key, pair => JsonSerializer.SerializeToElement(pair.Value));

    private static Dictionary<string, JsonElement> Overlay(IReadOnlyDictionary<string, JsonElement> options, RunRequest request)
    {
        var name = request.Until.Name();
        var section = options.TryGetValue(name, out var existing) ? JsonObject.Create(existing)! : [];
        JsonSections.Merge(section, request.Options);
        return new Dictionary<string, JsonElement>(options) { [name] = JsonSerializer.SerializeToElement(section) };
    }

    private async Task RequireEarlierStagesAsync(RunDocument run, RunRequest request, CancellationToken cancellationToken)
    {
        var fingerprints = Fingerprint.Of(run);
        foreach (var stage in PipelineStages.All.Select(declared => declared.Stage).Where(stage => stage < request.Until))
        {
            var document = await runs.StageAsync(run.Id, stage, cancellationToken);
            if (document is { Status: RunStatus.Completed } && document.Fingerprint == fingerprints[stage])
            {
                continue;
            }

            var state = document is null ? "has not been run" : "is not finished";
            throw CommandException.Usage(
                $"stage '{stage.Name()}' {state} in workspace '{request.Workspace}'; run 'agentscaler {stage.Name()} --workspace {request.Workspace}' first.");
        }
    }
}
