using System.Globalization;
using System.Runtime.CompilerServices;
using AgentScaler.Contracts.Messages;
using AgentScaler.Hosting.Documents;
using AgentScaler.Hosting.Runs;
using AgentScaler.Storage;
using AgentScaler.Tools;

namespace AgentScaler.Gateway.Orchestration.Stages;

/// <summary>Two training jobs, the second on the first's checkpoint; the options may ask for one of them.</summary>
internal sealed class TrainDriver(StageQueries queries) : IStageDriver
{
    public PipelineStage Stage => PipelineStage.Train;

    public async Task<StageProgress> ProgressAsync(RunDocument run, bool upstreamComplete, CancellationToken cancellationToken)
    {
        var wanted = TrainingPlan.Of(run).Stages;
        var saved = await SavedAsync(run, cancellationToken);
        var done = wanted.Count(saved.Contains);
        var dead = await queries.DeadAsync(run.Id, Stage, cancellationToken);
        return new StageProgress(Stage, done, wanted.Count, dead.Count, upstreamComplete && done == wanted.Count)
        {
            Failure = dead.FailureOf(nameof(TrainingRequested)) ?? await FailedJobAsync(run, cancellationToken),
        };
    }

    public IAsyncEnumerable<object> OutstandingAsync(RunDocument run, CancellationToken cancellationToken) => AsyncEnumerable.Empty<object>();

    public async IAsyncEnumerable<object> CommandsAsync(
        RunDocument run, bool upstreamComplete, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (!upstreamComplete)
        {
            yield break;
        }

        var saved = await SavedAsync(run, cancellationToken);
        foreach (var stage in TrainingPlan.Of(run).Stages)
        {
            if (!saved.Contains(stage))
            {
                yield return new TrainingRequested(run.Id, JobId(stage), stage);
                yield break;
            }
        }
    }

    /// <summary>The job of a training stage; its data and options stand in the run.</summary>
    public static string JobId(int stage) => ContentId.Of("job", "train", stage.ToString(CultureInfo.InvariantCulture));

    private async Task<HashSet<int>> SavedAsync(RunDocument run, CancellationToken cancellationToken)
    {
        var completed = await queries.Store.CountByAsync(Collections.TrainingJobs, run.Id, "status", cancellationToken);
        var saved = new HashSet<int>();
        if (completed.GetValueOrDefault("completed") == 0)
        {
            return saved;
        }

        await foreach (var job in queries.Store.QueryAsync(Collections.TrainingJobs, run.Id, "status", "completed", cancellationToken))
        {
            foreach (var stage in new[] { 1, 2 })
            {
                if (job.Id == JobId(stage))
                {
                    saved.Add(stage);
                }
            }
        }

        return saved;
    }

    private async Task<string?> FailedJobAsync(RunDocument run, CancellationToken cancellationToken)
    {
        await foreach (var job in queries.Store.WhereAsync<TrainingOutcome>(Collections.TrainingJobs, run.Id, "status", "failed", cancellationToken))
        {
            return job.Reason ?? "a training job failed";
        }

        return null;
    }

    /// <summary>What the coordinator reads of a training job's document.</summary>
    private sealed record TrainingOutcome(string? Reason);
}
