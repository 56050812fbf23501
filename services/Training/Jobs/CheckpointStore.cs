using System.Text.Json;
using AgentScaler.Pipeline.Documents;
using AgentScaler.Pipeline.Runs;
using AgentScaler.Storage;
using AgentScaler.Tools;
using AgentScaler.Training.Engine;
using AgentScaler.Training.Models;
using AgentScaler.Training.Policies;
using AgentScaler.Training.Stages;

namespace AgentScaler.Training.Jobs;

/// <summary>Moves checkpoints between the folders of this machine and the store. The store is the source of truth; folders are copies.</summary>
public sealed class CheckpointStore(IDocumentStore store, IArtifactStore artifacts, RunRepository runs, TrainingServiceOptions options) : ICheckpointSource
{
    private const int CurvePoints = 300;

    private readonly SemaphoreSlim _fetching = new(1);

    /// <summary>The folder of a run's files on this machine.</summary>
    public string FolderOf(string run) => Path.Combine(options.Folder!, run);

    public string CheckpointsOf(string run) => Path.Combine(FolderOf(run), "checkpoints");

    /// <summary>
    /// Returns the named run. Without a name it returns null for a checkpoint of <see cref="TrainingServiceOptions.Checkpoints"/>, else the newest
    /// run that has such a checkpoint.
    /// </summary>
    /// <exception cref="CheckpointException">No run is named, and there is no checkpoint of this name.</exception>
    public async Task<string?> ChooseAsync(string? run, string policy, CancellationToken cancellationToken)
    {
        if (run is not null || Own.Names.Contains(policy, StringComparer.Ordinal))
        {
            return run;
        }
        var newest = await runs.NewestAsync(
            async candidate => await store.GetAsync(Collections.Checkpoints, candidate.Id, policy, cancellationToken) is not null, cancellationToken);
        if (newest is not null)
        {
            return newest.Id;
        }
        var names = (await ServedAsync(cancellationToken)).Select(served => served.Name).ToList();
        throw new CheckpointException($"there is no checkpoint '{policy}'; at hand are: {(names.Count > 0 ? string.Join(", ", names) : "none, train first")}.");
    }

    /// <summary>
    /// Lists every checkpoint once, by the name under which a request finds it: the plain name if it means this checkpoint, else RUN/NAME.
    /// </summary>
    public async Task<IReadOnlyList<ServedCheckpoint>> ServedAsync(CancellationToken cancellationToken)
    {
        var served = Own.Names.Select(name => new ServedCheckpoint(name, null)).ToList();
        var taken = Own.Names.ToHashSet(StringComparer.Ordinal);
        await foreach (var run in runs.NewestFirstAsync(cancellationToken))
        {
            foreach (var name in await store.IdsAsync(Collections.Checkpoints, run.Id, cancellationToken))
            {
                served.Add(new ServedCheckpoint(taken.Add(name) ? name : $"{run.Id}/{name}", run.Ended ?? run.Requested));
            }
        }

        return served;
    }

    /// <summary>Finds the checkpoint of a name, NAME or RUN/NAME; null if there is none.</summary>
    public async Task<ServedCheckpoint?> FindAsync(string name, CancellationToken cancellationToken)
    {
        if ((await ServedAsync(cancellationToken)).FirstOrDefault(served => served.Name == name) is { } listed)
        {
            return listed;
        }
        return name.Split('/') is [var id, var policy] && await store.GetAsync(Collections.Checkpoints, id, policy, cancellationToken) is not null
            && await runs.FindAsync(id, cancellationToken) is { } run
                ? new ServedCheckpoint(name, run.Ended ?? run.Requested)
                : null;
    }

    /// <summary>Returns a checkpoint's folder on this machine. It is fetched if it is missing or differs from the store's.</summary>
    /// <exception cref="CheckpointException">The run has no such checkpoint.</exception>
    public async Task<string> LocateAsync(string? run, string policy, CancellationToken cancellationToken)
    {
        if (run is null)
        {
            return Own.Locate(policy);
        }
        var document = await store.FindAsync<CheckpointDocument>(Collections.Checkpoints, run, policy, cancellationToken)
            ?? throw new CheckpointException($"run {run} has no checkpoint '{policy}'; train first.");
        var folder = Path.Combine(CheckpointsOf(run), policy);
        await _fetching.WaitAsync(cancellationToken);
        try
        {
            if (!IsWhole(folder, document))
            {
                await FetchAsync(document.Files, folder, cancellationToken);
            }
            return folder;
        }
        finally
        {
            _fetching.Release();
        }
    }

    private CheckpointFolders Own => new(options.Checkpoints ?? "");

    /// <summary>Stores the files of a folder, then the document that names them. The first writer wins.</summary>
    public async Task SaveAsync(string run, string name, int stage, string folder, TrainingSummary? summary, CancellationToken cancellationToken)
    {
        var files = await UploadAsync(folder, cancellationToken);
        var document = new CheckpointDocument(name, stage, files, summary is null ? null : JsonSerializer.SerializeToElement(summary, ContractJson.Options))
        {
            Losses = await LossesAsync(folder, summary, cancellationToken),
        };
        await store.PutIfAbsentAsync(
            Collections.Checkpoints, TypedDocuments.Of(run, name, document, ("stage", stage.ToString(System.Globalization.CultureInfo.InvariantCulture))),
                cancellationToken);
    }

    /// <summary>Stores every file below a folder and returns the references by path.</summary>
    public async Task<IReadOnlyDictionary<string, ArtifactReference>> UploadAsync(string folder, CancellationToken cancellationToken)
    {
        var files = new SortedDictionary<string, ArtifactReference>(StringComparer.Ordinal);
        foreach (var path in Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            await using var content = File.OpenRead(path);
            files[Path.GetRelativePath(folder, path).Replace('\\', '/')] = await artifacts.PutAsync(content, MediaTypeOf(path), cancellationToken);
        }

        return files;
    }

    /// <summary>Writes files into a folder that is renamed into place when it is complete.</summary>
    public async Task FetchAsync(IReadOnlyDictionary<string, ArtifactReference> files, string folder, CancellationToken cancellationToken)
    {
        var beside = folder + ".partial";
        if (Directory.Exists(beside))
        {
            Directory.Delete(beside, recursive: true);
        }
        foreach (var (name, file) in files)
        {
            var path = Path.GetFullPath(Path.Combine(beside, name));
            if (!path.StartsWith(Path.GetFullPath(beside) + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            {
                throw new CheckpointException($"'{name}' leads out of the checkpoint's folder.");
            }
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await using var content = await artifacts.OpenAsync(file.Sha256, cancellationToken);
            await using var target = File.Create(path);
            await content.CopyToAsync(target, cancellationToken);
        }

        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
        Directory.Move(beside, folder);
    }

    private static bool IsWhole(string folder, CheckpointDocument document)
    {
        if (!Directory.Exists(folder) || !document.Files.TryGetValue(Checkpoint.WeightsName, out var weights))
        {
            return false;
        }
        var path = Path.Combine(folder, Checkpoint.WeightsName);
        return File.Exists(path) && Checkpoint.HashOf(folder).EndsWith(weights.Sha256, StringComparison.Ordinal)
            && document.Files.Keys.All(name => File.Exists(Path.Combine(folder, name)));
    }

    private static async Task<IReadOnlyList<LossPoint>> LossesAsync(string folder, TrainingSummary? summary, CancellationToken cancellationToken)
    {
        var path = Path.Combine(folder, TrainerState.FileName);
        if (summary is null || !File.Exists(path))
        {
            return [];
        }
        var history = JsonSerializer.Deserialize<TrainerState>(await File.ReadAllTextAsync(path, cancellationToken), ContractJson.Options)!.LogHistory;
        var every = Math.Max(1, (history.Count + CurvePoints - 1) / CurvePoints);
        var points = history.Where((s, i) => i % every == 0 || i == history.Count - 1).Select(s => new LossPoint(s.Step, Math.Round(s.Loss, 6))).ToList();
        if (summary.ValidationLossFirst is { } first)
        {
            points.Add(new LossPoint(0, first, Validation: true));
        }
        if (summary.ValidationLossLast is { } last)
        {
            points.Add(new LossPoint(summary.Steps, last, Validation: true));
        }
        return points;
    }

    private static string MediaTypeOf(string path) => Path.GetExtension(path) switch
    {
        ".json" => "application/json",
        ".jsonl" => "application/jsonl",
        ".txt" or ".jinja" => "text/plain",
        _ => "application/octet-stream",
    };
}
