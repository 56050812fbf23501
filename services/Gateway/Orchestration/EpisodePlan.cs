using AgentScaler.Contracts.Messages;
using AgentScaler.Pipeline.Runs;
using AgentScaler.Tools;
using AgentScaler.Trajectories;

namespace AgentScaler.Gateway.Orchestration;

/// <summary>The episodes that a run's options ask for: a number of attempts at every task, by one agent.</summary>
public sealed record EpisodePlan
{
    /// <summary>Episodes a task.</summary>
    public int Attempts { get; init; } = 2;

    /// <summary><c>scripted</c>, <c>openai</c>, or <c>policy:CHECKPOINT</c>.</summary>
    public string Agent { get; init; } = "scripted";

    public static EpisodePlan Of(RunDocument run) => run.OptionsOf<EpisodePlan>(PipelineStage.Rollout, ContractJson.Options);

    public IEnumerable<RolloutRequested> For(RunDocument run, string task) =>
        Enumerable.Range(0, Attempts).Select(attempt => new RolloutRequested(run.Id, task, attempt, Agent, run.Seed));

    /// <summary>The id of the episode's trajectory, known before it is played.</summary>
    public static string IdOf(RolloutRequested episode) => TrajectoryId.Of(episode.TaskId, episode.Attempt, episode.Seed, episode.Agent);
}
