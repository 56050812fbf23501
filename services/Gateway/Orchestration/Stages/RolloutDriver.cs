using System.Runtime.CompilerServices;
using AgentScaler.Contracts;
using AgentScaler.Pipeline.Options;
using AgentScaler.Pipeline.Runs;
using AgentScaler.Storage;

namespace AgentScaler.Gateway.Orchestration.Stages;

/// <summary>Drives the stage rollout. It has one unit per episode: the number of tasks times the number of attempts.</summary>
internal sealed class RolloutDriver(StageQueries queries) : IStageDriver
{
    public PipelineStage Stage => PipelineStage.Rollout;

    public async Task<StageProgress> ProgressAsync(RunDocument run, bool upstreamComplete, CancellationToken cancellationToken)
    {
        var tasks = await queries.Store.CountAsync(Collections.Tasks, run.Id, cancellationToken);
        var done = await queries.Store.CountAsync(Collections.Trajectories, run.Id, cancellationToken);
        var expected = tasks * run.OptionsOf<RolloutOptions>().Attempts;
        var progress = await queries.CountedAsync(run, Stage, done, expected, upstreamComplete, OutstandingAsync(run, cancellationToken), cancellationToken);
        return progress is { IsComplete: true, Done: 0, Dead: > 0 }
            ? progress.With((await queries.DeadAsync(run.Id, Stage, cancellationToken)).All($"none of {expected} episodes could be played"))
            : progress;
    }

    public async IAsyncEnumerable<IWork> OutstandingAsync(RunDocument run, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var options = run.OptionsOf<RolloutOptions>();
        var done = await queries.IdsAsync(Collections.Trajectories, run.Id, cancellationToken);
        var sets = await queries.IdsAsync(Collections.TaskSets, run.Id, cancellationToken);
        if (sets.Count == 0)
        {
            yield break;
        }

        // Ordered by domain, because a worker keeps only a few environments and would otherwise compile one for almost every episode.
        foreach (var task in await queries.Store.IdsByAsync(Collections.Tasks, run.Id, "domain", cancellationToken))
        {
            foreach (var episode in EpisodePlan.For(run, options, task))
            {
                if (!done.Contains(EpisodePlan.IdOf(episode)))
                {
                    yield return episode;
                }
            }
        }
    }

    public IAsyncEnumerable<IWork> CommandsAsync(RunDocument run, bool upstreamComplete, CancellationToken cancellationToken) =>
        AsyncEnumerable.Empty<IWork>();
}
