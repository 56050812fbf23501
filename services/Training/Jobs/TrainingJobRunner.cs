using System.Text.Json;
using AgentScaler.Pipeline;
using AgentScaler.Pipeline.Documents;
using AgentScaler.Pipeline.Options;
using AgentScaler.Pipeline.Runs;
using AgentScaler.Storage;
using AgentScaler.Tools;
using AgentScaler.Training.Engine;
using AgentScaler.Training.Scale;
using AgentScaler.Training.Stages;
using AgentScaler.Trajectories;

namespace AgentScaler.Training.Jobs;

/// <summary>Runs one job of a run: finds its dataset and parent, trains, and stores the resulting checkpoint.</summary>
public sealed class TrainingJobRunner(IDocumentStore store, IArtifactStore artifacts, CheckpointStore checkpoints, ExternalEngine external)
{
    public const string GeneralCheckpoint = "stage1";

    /// <param name="progress">Called after every step, with the number of steps in all.</param>
    /// <param name="saved">Called when a resume point was saved, with its step and folder.</param>
    /// <returns>Name of the checkpoint.</returns>
    /// <exception cref="UnrecoverableException">The run has no dataset or checkpoint to start from.</exception>
    public async Task<string> RunAsync(
        RunDocument run, TrainingJobDocument job, Action<StepRecord, int>? progress, Action<int, string>? saved, CancellationToken cancellationToken)
    {
        var options = run.OptionsOf<TrainingOptions>();
        options.Validate();
        var dataset = await DatasetAsync(run.Id, job.Stage, options, cancellationToken);
        var parent = job.Stage == 1 ? null : await checkpoints.LocateAsync(run.Id, GeneralCheckpoint, cancellationToken);
        var input = new TrainingStageInput(
            job.Stage, dataset.Name, options.SampleOf(job.Stage).Of(await RowsAsync(dataset.Train, cancellationToken), run.Seed),
                await RowsAsync(dataset.Validation, cancellationToken),
            parent, checkpoints.CheckpointsOf(run.Id), Path.Combine(checkpoints.FolderOf(run.Id), job.Id), options, run.Seed);
        var resume = Path.Combine(input.Work, TrainingStage.ResumeFolder);
        if (job.Resume is { } point && !Directory.Exists(resume))
        {
            await checkpoints.FetchAsync(point, resume, cancellationToken);
        }

        // Training computes for minutes or hours, so it runs on a separate thread and takes none from the pool.
        var summary = options.Engine == TrainingOptions.External
            ? await external.RunAsync(input, progress, cancellationToken)
            : await Task.Factory.StartNew(
                () => new TrainingStage().Run(input, progress, step => saved?.Invoke(step, resume), cancellationToken),
                cancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        if (job.Stage == 1)
        {
            await checkpoints.SaveAsync(run.Id, BaseCheckpoint.Name, 0, BaseCheckpoint.Ensure(input), null, cancellationToken);
        }
        await checkpoints.SaveAsync(run.Id, summary.Name, job.Stage, Path.Combine(input.Checkpoints, summary.Name), summary, cancellationToken);
        Directory.Delete(input.Work, recursive: true);
        return summary.Name;
    }

    /// <summary>Returns the general dataset, or the dataset of the vertical domain: the requested one, else the largest.</summary>
    private async Task<DatasetDocument> DatasetAsync(string run, int stage, TrainingOptions options, CancellationToken cancellationToken)
    {
        var found = new List<DatasetDocument>();
        await foreach (var dataset in store.AllAsync<DatasetDocument>(Collections.Datasets, run, cancellationToken))
        {
            if (dataset.Stage == stage)
            {
                found.Add(dataset);
            }
        }

        var wanted = stage == 2 && options.Domain is { } domain ? found.Where(d => d.Domain == domain) : found;
        return wanted.OrderByDescending(d => d.TrainRows).ThenBy(d => d.Name, StringComparer.Ordinal).FirstOrDefault()
            ?? throw new UnrecoverableException(stage == 1
                ? "There is no dataset of stage 1: run the stage filter first."
                : $"There is no dataset of stage 2{(options.Domain is null ? "" : $" for the domain '{options.Domain}'")}; at hand are: {string.Join(", ", found.Select(d => d.Domain))}.");
    }

    private async Task<IReadOnlyList<DatasetRow>> RowsAsync(ArtifactReference rows, CancellationToken cancellationToken)
    {
        var read = new List<DatasetRow>();
        await using var content = await artifacts.OpenAsync(rows.Sha256, cancellationToken);
        using var reader = new StreamReader(content);
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
        {
            if (line.Length > 0)
            {
                read.Add(JsonSerializer.Deserialize<DatasetRow>(line, ContractJson.Options)!);
            }
        }

        return read;
    }
}
