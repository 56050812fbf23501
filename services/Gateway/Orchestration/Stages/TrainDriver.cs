using System.Globalization;
using System.Runtime.CompilerServices;
using AgentScaler.Contracts;
using AgentScaler.Contracts.Messages;
using AgentScaler.Pipeline.Documents;
using AgentScaler.Pipeline.Options;
using AgentScaler.Pipeline.Runs;
using AgentScaler.Storage;
using AgentScaler.Tools;

namespace AgentScaler.Gateway.Orchestration.Stages;

/// <summary>
/// Drives the stage train. It has two jobs, and the second continues from the first one's checkpoint. The options may request only one of them.
/// </summary>
internal sealed class TrainDriver(StageQueries queries) : IStageDriver
{
    public PipelineStage Stage => PipelineStage.Train;

    public async Task<StageProgress> ProgressAsync(RunDocument run, bool upstreamComplete, CancellationToken cancellationToken)
    {
        var jobs = await JobsAsync(run, cancellationToken);
        var done = jobs.Count(IsCompleted);
        var dead = await queries.DeadAsync(run.Id, Stage, cancellationToken);
        var failed = jobs.FirstOrDefault(job => job?.Status == TrainingStatus.Failed);
        return new StageProgress(Stage, done, jobs.Count, dead.Count, upstreamComplete && done == jobs.Count)
        {
            Current = jobs.FirstOrDefault(job => job is { Status: TrainingStatus.Queued, Step: > 0 }) is { } current ? StepOf(current) : null,
        }.With(dead.FailureOf(nameof(TrainingRequested))
            ?? (failed is null ? null : new StageFailure(failed.Reason ?? "a training job failed", FailureCause.Work)));
    }

    public IAsyncEnumerable<IWork> OutstandingAsync(RunDocument run, CancellationToken cancellationToken) => AsyncEnumerable.Empty<IWork>();

    public async IAsyncEnumerable<IWork> CommandsAsync(
        RunDocument run, bool upstreamComplete, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (!upstreamComplete)
        {
            yield break;
        }

        var jobs = await JobsAsync(run, cancellationToken);
        foreach (var (stage, job) in run.OptionsOf<TrainingOptions>().Stages.Zip(jobs))
        {
            if (!IsCompleted(job))
            {
                yield return new TrainingRequested(run.Id, JobId(stage), stage);
                yield break;
            }
        }
    }

    /// <summary>Returns the job of a training stage. Its data and options come from the run.</summary>
    public static string JobId(int stage) => ContentId.Of("job", "train", stage.ToString(CultureInfo.InvariantCulture));

    /// <summary>Returns the jobs of the requested stages in order. An element is null if that job is not accepted yet.</summary>
    private async Task<IReadOnlyList<TrainingJobDocument?>> JobsAsync(RunDocument run, CancellationToken cancellationToken)
    {
        var jobs = new List<TrainingJobDocument?>();
        foreach (var stage in run.OptionsOf<TrainingOptions>().Stages)
        {
            jobs.Add(await queries.Store.FindAsync<TrainingJobDocument>(Collections.TrainingJobs, run.Id, JobId(stage), cancellationToken));
        }

        return jobs;
    }

    private static bool IsCompleted(TrainingJobDocument? job) => job?.Status == TrainingStatus.Completed;

    private static string StepOf(TrainingJobDocument job) =>
        string.Create(CultureInfo.InvariantCulture, $"stage {job.Stage}, step {job.Step} of {job.Steps}, loss {job.Loss:0.###}");
}
