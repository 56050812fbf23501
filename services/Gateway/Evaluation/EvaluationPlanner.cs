using AgentScaler.Pipeline;
using AgentScaler.Pipeline.Documents;
using AgentScaler.Pipeline.Options;
using AgentScaler.Pipeline.Runs;
using AgentScaler.Storage;
using AgentScaler.Trajectories;

namespace AgentScaler.Gateway.Evaluation;

/// <summary>Chooses the policies and the tasks of an evaluation. The tasks are those held out of training, or those of a file.</summary>
public sealed class EvaluationPlanner(IDocumentStore store, IArtifactStore artifacts)
{
    public async Task<EvaluationEpisodes> PlanAsync(RunDocument run, CancellationToken cancellationToken)
    {
        var options = run.OptionsOf<EvaluationOptions>();
        var policies = options.Policies.Count > 0 ? options.Policies : await CheckpointsAsync(run, cancellationToken);
        if (options.Tasks is { } file)
        {
            var given = await GivenTasksAsync(run, file, cancellationToken);
            return new EvaluationEpisodes(policies, [.. Episodes("foreign", given, policies, options.Attempts)]);
        }

        var episodes = new List<EvaluationEpisode>();
        await foreach (var dataset in store.AllAsync<DatasetDocument>(Collections.Datasets, run.Id, cancellationToken))
        {
            foreach (var suite in (await TasksAsync(run, dataset.ValidationTasks, cancellationToken)).GroupBy(task => SuiteOf(dataset, task)))
            {
                episodes.AddRange(Episodes(suite.Key, Spread([.. suite], options.TaskLimit), policies, options.Attempts));
            }
        }

        // A task that belongs to both suites is played once and counted for the first suite.
        var distinct = episodes.DistinctBy(episode => (episode.Policy, episode.Task, episode.Attempt)).ToList();
        return distinct.Count > 0
            ? new EvaluationEpisodes(policies, distinct)
            : throw new UnrecoverableException("There is nothing to evaluate: the datasets hold back no task, or there is no policy.");
    }

    /// <summary>
    /// Returns the suite of a task. The vertical domain has its own suite, because stage 2 trains for it alone. Domains with no training data form
    /// two further suites: one for new domains of known providers, and one for domains whose providers are new too.
    /// </summary>
    private static string SuiteOf(DatasetDocument dataset, TaskSpecification task)
    {
        if (dataset.Stage != 1)
        {
            return "vertical";
        }
        if (Holds(dataset.UnseenProviders))
        {
            return "unseen_providers";
        }
        return Holds(dataset.UnseenDomains) ? "unseen_domains" : "held_out";

        bool Holds(IReadOnlyList<string>? domains) => domains?.Contains(task.Domain, StringComparer.Ordinal) == true;
    }

    private static IEnumerable<EvaluationEpisode> Episodes(
        string suite, IEnumerable<TaskSpecification> tasks, IReadOnlyList<string> policies, int attempts) =>
        from task in tasks
        from policy in policies
        from attempt in Enumerable.Range(0, attempts)
        select new EvaluationEpisode(suite, policy, task.Id, attempt);

    /// <summary>Takes a number of tasks, in turn from each domain and each number of calls, in order of id.</summary>
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

    private async Task<IReadOnlyList<TaskSpecification>> GivenTasksAsync(RunDocument run, string file, CancellationToken cancellationToken)
    {
        if (!file.StartsWith(TaskFile.Prefix, StringComparison.Ordinal))
        {
            throw new UnrecoverableException($"evaluate.tasks is '{file}', not '{TaskFile.Prefix}' and the hash of a stored file.");
        }

        try
        {
            using var reader = new StreamReader(await artifacts.OpenAsync(file[TaskFile.Prefix.Length..], cancellationToken));
            List<TaskSpecification> tasks =
                [.. TaskFile.Read(reader, "the file of tasks").Select(line => line.Task).OrderBy(task => task.Id, StringComparer.Ordinal)];
            await store.PutManyIfAbsentAsync(
                Collections.EvaluationTasks, [.. tasks.Select(task => TypedDocuments.Of(run.Id, task.Id, task, ("domain", task.Domain)))], cancellationToken);
            return tasks;
        }
        catch (Exception exception) when (exception is FormatException or FileNotFoundException or ArgumentException)
        {
            throw new UnrecoverableException($"evaluate.tasks: {exception.Message}", exception);
        }
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
