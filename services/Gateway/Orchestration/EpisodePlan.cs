using AgentScaler.Contracts.Messages;
using AgentScaler.Pipeline.Options;
using AgentScaler.Pipeline.Runs;
using AgentScaler.Trajectories;

namespace AgentScaler.Gateway.Orchestration;

/// <summary>The episodes that a run's options ask for: a number of attempts at every task, by one agent.</summary>
public static class EpisodePlan
{
    /// <summary>The episodes of one task.</summary>
    public static IEnumerable<RolloutRequested> For(RunDocument run, RolloutOptions options, string task) =>
        Enumerable.Range(0, options.Attempts).Select(attempt => new RolloutRequested(run.Id, task, attempt, options.Agent, run.Seed));

    /// <summary>Returns the id of the episode's trajectory. It is known before the episode is played.</summary>
    public static string IdOf(RolloutRequested episode) => TrajectoryId.Of(episode.TaskId, episode.Attempt, episode.Seed, episode.Agent);
}
