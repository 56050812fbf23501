using AgentScaler.Gateway.Orchestration;
using AgentScaler.Pipeline.Documents;
using AgentScaler.Pipeline.Runs;
using AgentScaler.Storage;
using AgentScaler.Trajectories;
using AgentScaler.Trajectories.Evaluation;

namespace AgentScaler.Gateway.Evaluation;

/// <summary>Computes the figures of the evaluation from the verdicts of its episodes.</summary>
public sealed class EvaluationEstimate(IDocumentStore store)
{
    public async Task<EvaluationReport> OfAsync(RunDocument run, EvaluationEpisodes plan, CancellationToken cancellationToken)
    {
        var outcomes = new List<EpisodeOutcome>(plan.Episodes.Count);
        foreach (var episode in plan.Episodes)
        {
            var id = EpisodePlan.IdOf(episode.Request(run));
            var task = await store.LoadAsync<TaskSpecification>(Collections.EvaluationTasks, Collections.Tasks, run.Id, episode.Task, cancellationToken);
            var verdict = await store.FindAsync<Verdict>(Collections.EvaluationVerdicts, run.Id, id, cancellationToken);
            // An episode that died counts as not passed, with that as its reason.
            outcomes.Add(new EpisodeOutcome(
                episode.Policy,
                episode.Suite,
                episode.Task,
                task.Domain,
                task.Steps,
                episode.Attempt,
                verdict is { Accepted: true },
                verdict is null ? "dead" : verdict.Reason));
        }

        return EvaluationEstimator.Estimate(outcomes, plan.Policies, run.Seed);
    }
}
