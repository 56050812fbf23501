using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using AgentScaler.Gateway.Evaluation;
using AgentScaler.Gateway.Reports;
using AgentScaler.Gateway.Reports.Html;
using AgentScaler.Pipeline;
using AgentScaler.Pipeline.Documents;
using AgentScaler.Pipeline.Runs;
using AgentScaler.Storage;
using AgentScaler.Tools;
using AgentScaler.Trajectories;

namespace AgentScaler.Gateway.Files;

/// <summary>
/// Lists a run's workspace files and makes each from the store. A stage has its files once it is complete. The report and the traces exist at any
/// time. A requested path is only compared with the names of these files and never opened.
/// </summary>
public sealed class RunFiles(IDocumentStore store, IArtifactStore artifacts, RunRepository runs)
{
    private const string Environments = "environments/";

    /// <summary>Lists every file that the run has now.</summary>
    public async IAsyncEnumerable<RunFile> AllAsync(RunDocument run, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var complete = await CompleteAsync(run, cancellationToken);
        foreach (var (stage, fingerprint) in complete)
        {
            // The filter stage provides the trajectories too, with their verdicts.
            if (stage == PipelineStage.Rollout && complete.ContainsKey(PipelineStage.Filter))
            {
                continue;
            }

            await foreach (var file in OfStageAsync(run, stage, fingerprint, cancellationToken))
            {
                yield return file;
            }
        }

        foreach (var file in Always(run))
        {
            yield return file;
        }
    }

    /// <summary>Returns the file with this path, or null if the run has none now.</summary>
    public async Task<RunFile?> FindAsync(RunDocument run, string path, CancellationToken cancellationToken)
    {
        if (Always(run).FirstOrDefault(file => file.Path == path) is { } known)
        {
            return known;
        }

        foreach (var (stage, fingerprint) in (await CompleteAsync(run, cancellationToken)).Reverse())
        {
            var files = stage == PipelineStage.Materialize
                ? EnvironmentAsync(run, path, fingerprint, cancellationToken)
                : OfStageAsync(run, stage, fingerprint, cancellationToken);
            await foreach (var file in files)
            {
                if (file.Path == path)
                {
                    return file;
                }
            }
        }

        return null;
    }

    /// <summary>Files that are made in a way of their own. Any other stage has the files of lines that its declaration names.</summary>
    private Dictionary<PipelineStage, Func<RunDocument, string, CancellationToken, IAsyncEnumerable<RunFile>>> Made => new()
    {
        [PipelineStage.Cluster] = GraphAsync,
        [PipelineStage.Materialize] = EnvironmentsAsync,
        [PipelineStage.Filter] = DatasetsAsync,
        [PipelineStage.Train] = CheckpointsAsync,
        [PipelineStage.Evaluate] = Evaluation,
    };

    /// <summary>Lists the files of a complete stage.</summary>
    public IAsyncEnumerable<RunFile> OfStageAsync(RunDocument run, PipelineStage stage, string fingerprint, CancellationToken cancellationToken) =>
        Made.TryGetValue(stage, out var make)
            ? make(run, fingerprint, cancellationToken)
            : PipelineStages.All[stage].Files
                .Where(file => file.Lines is not null)
                .Select(file => Lines(file.Path, file.Lines!, run, fingerprint))
                .ToAsyncEnumerable();

    /// <summary>Lists <c>traces.jsonl</c>, <c>report.json</c> and <c>report.html</c>. Both reports in one list are made from the same count.</summary>
    public IReadOnlyList<RunFile> Always(RunDocument run)
    {
        Task<JsonObject>? counted = null;
        Task<JsonObject> ReportAsync(CancellationToken stop) => counted ??= new ReportBuilder(store, runs).BuildAsync(run, stop);
        return
        [
            new("traces.jsonl", null, async (output, stop) =>
            {
                await using var writer = Writer(output);
                foreach (var record in await new TraceCatalog(store, runs).OfAsync(run.Id, stop))
                {
                    await writer.WriteLineAsync(JsonSerializer.Serialize(record, ContractJson.Options).AsMemory(), stop);
                }
            }),
            new("report.json", null, async (output, stop) => await WriteLineAsync(output, (await ReportAsync(stop)).ToJsonString(ContractJson.Indented), stop)),
            new("report.html", null, async (output, stop) =>
            {
                await using var page = Writer(output);
                await new HtmlReport(store, artifacts).WriteAsync(run, await ReportAsync(stop), page, stop);
            }),
        ];
    }

    private async Task<SortedDictionary<PipelineStage, string>> CompleteAsync(RunDocument run, CancellationToken cancellationToken)
    {
        var complete = new SortedDictionary<PipelineStage, string>();
        foreach (var stage in PipelineStages.All.Select(declared => declared.Stage))
        {
            if (await runs.StageAsync(run.Id, stage, cancellationToken) is { Status: RunStatus.Completed } document)
            {
                complete[stage] = document.Fingerprint;
            }
        }

        return complete;
    }

    private RunFile Lines(string path, CollectionDefinition collection, RunDocument run, string? fingerprint) => new(path, fingerprint, async (output, stop) =>
    {
        await using var writer = Writer(output);
        await foreach (var document in store.StreamAsync(collection, run.Id, null, stop))
        {
            await writer.WriteLineAsync(document.Body.AsMemory(), stop);
        }
    });

    private async IAsyncEnumerable<RunFile> GraphAsync(RunDocument run, string fingerprint, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var graph in store.AllAsync<StoredGraph>(Collections.Graphs, run.Id, cancellationToken))
        {
            yield return Stored("graph.json", graph.Graph, fingerprint);
        }

        yield return Lines("domains.jsonl", Collections.Domains, run, fingerprint);
    }

    private async IAsyncEnumerable<RunFile> EnvironmentsAsync(RunDocument run, string fingerprint, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var environment in store.WhereAsync<EnvironmentDocument>(
            Collections.Environments, run.Id, "status", EnvironmentDocument.Materialized, cancellationToken))
        {
            foreach (var (name, artifact) in environment.Files)
            {
                yield return Stored($"{Environments}{environment.Slug}/{name}", artifact, fingerprint);
            }
        }
    }

    /// <summary>Lists the files of only the environment that the path names, because a run may have thousands of environments.</summary>
    private async IAsyncEnumerable<RunFile> EnvironmentAsync(
        RunDocument run, string path, string fingerprint, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (!path.StartsWith(Environments, StringComparison.Ordinal) || path.Split('/') is not [_, var slug, _])
        {
            yield break;
        }

        await foreach (var environment in store.WhereAsync<EnvironmentDocument>(Collections.Environments, run.Id, "slug", slug, cancellationToken))
        {
            foreach (var (name, artifact) in environment.Files.Where(_ => environment.Status == EnvironmentDocument.Materialized))
            {
                yield return Stored($"{Environments}{slug}/{name}", artifact, fingerprint);
            }
        }
    }

    private async IAsyncEnumerable<RunFile> DatasetsAsync(RunDocument run, string fingerprint, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return new RunFile("trajectories.jsonl", fingerprint, async (output, stop) =>
        {
            await using var writer = Writer(output);
            await foreach (var line in JudgedTrajectories.StreamAsync(store, run.Id, null, stop))
            {
                await writer.WriteLineAsync(line.Body.AsMemory(), stop);
            }
        });
        var heldBack = new SortedSet<string>(StringComparer.Ordinal);
        await foreach (var dataset in store.AllAsync<DatasetDocument>(Collections.Datasets, run.Id, cancellationToken))
        {
            heldBack.UnionWith(dataset.ValidationTasks);
            yield return Stored($"datasets/{dataset.Name}/train.jsonl", dataset.Train, fingerprint);
            yield return Stored($"datasets/{dataset.Name}/validation.jsonl", dataset.Validation, fingerprint);
        }

        var splits = JsonSerializer.Serialize(new DatasetSplits([.. heldBack]), ContractJson.Options);
        yield return new RunFile("datasets/splits.json", fingerprint, (output, stop) => WriteLineAsync(output, splits, stop));
    }

    private async IAsyncEnumerable<RunFile> CheckpointsAsync(RunDocument run, string fingerprint, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var checkpoint in store.AllAsync<CheckpointDocument>(Collections.Checkpoints, run.Id, cancellationToken))
        {
            foreach (var (name, artifact) in checkpoint.Files)
            {
                yield return Stored($"checkpoints/{checkpoint.Name}/{name}", artifact, fingerprint);
            }
        }
    }

    private IAsyncEnumerable<RunFile> Evaluation(RunDocument run, string fingerprint, CancellationToken cancellationToken) =>
        new[]
        {
            new RunFile("evaluation.json", fingerprint, async (output, stop) =>
                await WriteLineAsync(output, (await store.GetAsync(Collections.Evaluations, run.Id, EvaluationDocuments.Report, stop))!.Body, stop)),
        }.ToAsyncEnumerable();

    private RunFile Stored(string path, ArtifactReference artifact, string fingerprint) => new(path, fingerprint, async (output, stop) =>
    {
        await using var content = await artifacts.OpenAsync(artifact.Sha256, stop);
        await content.CopyToAsync(output, stop);
    })
    {
        Artifact = artifact,
    };

    private static async Task WriteLineAsync(Stream output, string text, CancellationToken cancellationToken)
    {
        await using var writer = Writer(output);
        await writer.WriteAsync($"{text}\n".AsMemory(), cancellationToken);
    }

    private static StreamWriter Writer(Stream output) => new(output, new System.Text.UTF8Encoding(false), 1 << 16, leaveOpen: true) { NewLine = "\n" };

    /// <summary>The part of a document of <c>graphs</c> that is read here.</summary>
    private sealed record StoredGraph(ArtifactReference Graph);
}
