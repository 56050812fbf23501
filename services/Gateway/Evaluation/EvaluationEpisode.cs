using AgentScaler.Contracts;
using AgentScaler.Contracts.Messages;
using AgentScaler.Pipeline.Runs;

namespace AgentScaler.Gateway.Evaluation;

/// <summary>An episode of the evaluation.</summary>
/// <param name="Suite">The suite that its task belongs to: held_out, unseen_domains, unseen_providers, vertical or foreign.</param>
/// <param name="Policy">The name of the policy in the report.</param>
public sealed record EvaluationEpisode(string Suite, string Policy, string Task, int Attempt)
{
    /// <summary>The agent that plays the episode.</summary>
    public string Agent => Policy is "scripted" or "openai" ? Policy : "policy:" + Policy;

    public RolloutRequested Request(RunDocument run) => new(run.Id, Task, Attempt, Agent, run.Seed) { Purpose = EpisodePurpose.Evaluation };
}
