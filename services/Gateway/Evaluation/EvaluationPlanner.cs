using AgentScaler.Gateway.Orchestration;
using AgentScaler.Hosting;
using AgentScaler.Hosting.Documents;
using AgentScaler.Hosting.Runs;
using AgentScaler.Storage;
using AgentScaler.Trajectories;

namespace AgentScaler.Gateway.Evaluation;

/// <summary>Chooses the policies and the held-out tasks of an evaluation.</summary>
public sealed class EvaluationPlanner(IDocumentStore store)
{
    public async Task<EvaluationEpisodes> PlanAsync(RunDocument run, CancellationToken cancellationToken)
    {
        var plan = EvaluationPlan.Of(run);
        var policies = plan.Policies.Count > 0 ? plan.Policies : await CheckpointsAsync(run, cancellationToken);
        var episodes = new List<EvaluationEpisode>();
        await foreach (var dataset in store.AllAsync<DatasetDocument>(Collections.Datasets, run.Id, cancellationToken))
        {
            // Tasks of the vertical domain are a suite of their own: the second stage is trained for them alone.
            var suite = dataset.Stage == 1 ? "held_out" : "vertical";
            var tasks = await TasksAsync(run, dataset.ValidationTasks, cancellationToken);
            episodes.AddRange(
                from task in Spread(tasks, plan.TaskLimit)
                from policy in policies
                from attempt in Enumerable.Range(0, plan.Attempts)
                select new EvaluationEpisode(suite, policy, task.Id, attempt));
        }

        // A task of both suites is played once and counted for the first.
        var distinct = episodes.DistinctBy(episode => (episode.Policy, episode.Task, episode.Attempt)).ToList();
        return distinct.Count > 0
            ? new EvaluationEpisodes(policies, distinct)
            : throw new UnrecoverableException("There is nothing to evaluate: the datasets hold back no task, or there is no policy.");
    }

    /// <summary>So many tasks, taken in turn from each domain and number of calls, in order of id.</summary>
    private static IEnumerable<TaskSpecification> Spread(IReadOnlyList<TaskSpecification> tasks, int limit)
    {
        var turns = tasks
            .GroupBy(task => (task.Domain, task.Steps))
            .SelectMany(group => group.OrderBy(task => task.Id, StringComparer.Ordinal).Select((task, turn) => (task, turn)))
            .OrderBy(pair => pair.turn)
            .ThenBy(pair => pair.task.Id, StringComparer.Ordinal)
            .Select(pair => pair.task);
        return limit > 0 ? turns.Take(limit) : turns;
    }

    private async Task<IReadOnlyList<string>> CheckpointsAsync(RunDocument run, CancellationToken cancellationToken)
    {
        var checkpoints = new List<CheckpointDocument>();
        await foreach (var checkpoint in store.AllAsync<CheckpointDocument>(Collections.Checkpoints, run.Id, cancellationToken))
        {
            checkpoints.Add(checkpoint);
        }

        return ["base", .. checkpoints.Where(c => c.Stage > 0).OrderBy(c => c.Stage).ThenBy(c => c.Name, StringComparer.Ordinal).Select(c => c.Name)];
    }

    private async Task<IReadOnlyList<TaskSpecification>> TasksAsync(RunDocument run, IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        var tasks = new List<TaskSpecification>();
        foreach (var id in ids.Order(StringComparer.Ordinal))
        {
            tasks.Add(await store.LoadAsync<TaskSpecification>(Collections.Tasks, run.Id, id, cancellationToken));
        }

        return tasks;
    }
}
