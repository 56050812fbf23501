using AgentScaler.Hosting.Documents;
using AgentScaler.Hosting.Runs;
using AgentScaler.Storage;

namespace AgentScaler.Standalone.Export;

/// <summary>Which files each stage has in the workspace, and how they are written from the store.</summary>
internal sealed class StageFiles(IDocumentStore store, IArtifactStore artifacts, string workspace)
{
    /// <summary>Files and folders of a stage; the first is always there when the stage is written.</summary>
    private static IReadOnlyList<string> NamesOf(PipelineStage stage) => stage switch
    {
        PipelineStage.Collect => ["tools.jsonl", "rejected-tools.jsonl"],
        PipelineStage.Cluster => ["domains.jsonl", "graph.json"],
        PipelineStage.Materialize => ["environments"],
        PipelineStage.Tasks => ["tasks.jsonl"],
        PipelineStage.Rollout => ["trajectories.jsonl"],
        PipelineStage.Filter => ["datasets"],
        PipelineStage.Train => ["checkpoints"],
        _ => ["evaluation.json"],
    };

    public static bool AreThere(string workspace, PipelineStage stage) => Path.Exists(Path.Combine(workspace, NamesOf(stage)[0]));

    public static void Remove(string workspace, PipelineStage stage)
    {
        foreach (var path in NamesOf(stage).Select(name => Path.Combine(workspace, name)))
        {
            if (Directory.Exists(path))
            {
                Directory.Delete(path, recursive: true);
            }
            else
            {
                File.Delete(path);
            }
        }
    }

    public async Task WriteAsync(RunDocument run, PipelineStage stage, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(workspace);
        switch (stage)
        {
            case PipelineStage.Collect:
                await LinesAsync("tools.jsonl", Collections.Tools, run, cancellationToken);
                await LinesAsync("rejected-tools.jsonl", Collections.RejectedTools, run, cancellationToken);
                break;
            case PipelineStage.Cluster:
                await GraphAsync(run, cancellationToken);
                await LinesAsync("domains.jsonl", Collections.Domains, run, cancellationToken);
                break;
            case PipelineStage.Materialize:
                await EnvironmentsAsync(run, cancellationToken);
                break;
            case PipelineStage.Tasks:
                await LinesAsync("tasks.jsonl", Collections.Tasks, run, cancellationToken);
                break;
            case PipelineStage.Rollout:
                await LinesAsync("trajectories.jsonl", Collections.Trajectories, run, cancellationToken);
                break;
            case PipelineStage.Filter:
                await TrajectoriesWithVerdictsAsync(run, cancellationToken);
                await DatasetsAsync(run, cancellationToken);
                break;
            case PipelineStage.Train:
                await CheckpointsAsync(run, cancellationToken);
                break;
            default:
                await EvaluationAsync(run, cancellationToken);
                break;
        }
    }

    /// <summary><c>traces.jsonl</c>: what leads from any object to its trace; empty where nobody listened.</summary>
    public Task WriteTracesAsync(RunDocument run, CancellationToken cancellationToken) =>
        LinesAsync("traces.jsonl", Collections.Traces, run, cancellationToken);

    private async Task LinesAsync(string name, CollectionDefinition collection, RunDocument run, CancellationToken cancellationToken)
    {
        await using var writer = Writer(name);
        await foreach (var document in store.StreamAsync(collection, run.Id, null, cancellationToken))
        {
            await writer.WriteLineAsync(document.Body.AsMemory(), cancellationToken);
        }
    }

    private async Task GraphAsync(RunDocument run, CancellationToken cancellationToken)
    {
        await foreach (var graph in store.AllAsync<StoredGraph>(Collections.Graphs, run.Id, cancellationToken))
        {
            await CopyAsync(graph.Graph, "graph.json", cancellationToken);
        }
    }

    private async Task EnvironmentsAsync(RunDocument run, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.Combine(workspace, "environments"));
        await foreach (var environment in store.WhereAsync<EnvironmentDocument>(
            Collections.Environments, run.Id, "status", EnvironmentDocument.Materialized, cancellationToken))
        {
            foreach (var (name, artifact) in environment.Files)
            {
                await CopyAsync(artifact, Path.Combine("environments", environment.Slug, name), cancellationToken);
            }
        }
    }

    /// <summary>Both collections are in order of the trajectory's id, so that they are read side by side.</summary>
    private async Task TrajectoriesWithVerdictsAsync(RunDocument run, CancellationToken cancellationToken)
    {
        await using var writer = Writer("trajectories.jsonl");
        await using var verdicts = store.StreamAsync(Collections.Verdicts, run.Id, null, cancellationToken).GetAsyncEnumerator(cancellationToken);
        var more = await verdicts.MoveNextAsync();
        await foreach (var trajectory in store.StreamAsync(Collections.Trajectories, run.Id, null, cancellationToken))
        {
            while (more && string.CompareOrdinal(verdicts.Current.Id, trajectory.Id) < 0)
            {
                more = await verdicts.MoveNextAsync();
            }

            var line = more && verdicts.Current.Id == trajectory.Id
                ? $"{trajectory.Body[..^1]},\"verdict\":{verdicts.Current.Body}}}"
                : trajectory.Body;
            await writer.WriteLineAsync(line.AsMemory(), cancellationToken);
        }
    }

    private async Task DatasetsAsync(RunDocument run, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.Combine(workspace, "datasets"));
        await foreach (var dataset in store.AllAsync<DatasetDocument>(Collections.Datasets, run.Id, cancellationToken))
        {
            await CopyAsync(dataset.Train, Path.Combine("datasets", dataset.Name, "train.jsonl"), cancellationToken);
            await CopyAsync(dataset.Validation, Path.Combine("datasets", dataset.Name, "validation.jsonl"), cancellationToken);
        }
    }

    private async Task CheckpointsAsync(RunDocument run, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.Combine(workspace, "checkpoints"));
        await foreach (var checkpoint in store.AllAsync<CheckpointDocument>(Collections.Checkpoints, run.Id, cancellationToken))
        {
            foreach (var (name, artifact) in checkpoint.Files)
            {
                await CopyAsync(artifact, Path.Combine("checkpoints", checkpoint.Name, name), cancellationToken);
            }
        }
    }

    private async Task EvaluationAsync(RunDocument run, CancellationToken cancellationToken)
    {
        var report = await store.GetAsync(Collections.Evaluations, run.Id, "report", cancellationToken);
        await File.WriteAllTextAsync(Path.Combine(workspace, "evaluation.json"), report!.Body + "\n", cancellationToken);
    }

    private async Task CopyAsync(ArtifactReference artifact, string name, CancellationToken cancellationToken)
    {
        var path = Path.GetFullPath(Path.Combine(workspace, name));
        if (!path.StartsWith(Path.GetFullPath(workspace) + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            throw new IOException($"'{name}' would be written outside the workspace.");
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await using var content = await artifacts.OpenAsync(artifact.Sha256, cancellationToken);
        await using var file = File.Create(path);
        await content.CopyToAsync(file, cancellationToken);
    }

    private StreamWriter Writer(string name) => new(Path.Combine(workspace, name), append: false, bufferSize: 1 << 16, encoding: new System.Text.UTF8Encoding(false)) { NewLine = "\n" };

    /// <summary>What is read of a document of <c>graphs</c>.</summary>
    private sealed record StoredGraph(ArtifactReference Graph);
}
