using AgentScaler.Judging;
using AgentScaler.Judging.Explaining;
using AgentScaler.Standalone.Environments;
using AgentScaler.Trajectories;
using AgentScaler.Trajectories.Workspaces;

namespace AgentScaler.Standalone.Explaining;

/// <summary>Finds the object of an id or a name in a workspace, and explains it.</summary>
internal sealed class WorkspaceExplainer(string workspace, JudgeOptions options)
{
    private readonly WorkspaceReader _reader = new(workspace);
    private readonly WorkspaceEnvironments _environments = new(workspace);

    /// <param name="subject">The id of a trajectory or a task, the slug of a domain, or the name of a tool.</param>
    /// <exception cref="CommandException">The workspace has no object with this id or name.</exception>
    /// <exception cref="WorkspaceException">A file of the workspace is broken.</exception>
    public async Task<IExplained> ExplainAsync(string subject, CancellationToken cancellationToken)
    {
        var tasks = Has("tasks.jsonl") ? await _reader.TasksAsync(cancellationToken) : new Dictionary<string, TaskSpecification>();
        var trajectories = Has("trajectories.jsonl") ? await _reader.TrajectoriesAsync(cancellationToken).ToListAsync(cancellationToken) : [];
        if (trajectories.Find(trajectory => trajectory.Id == subject) is { } found)
        {
            return Trajectory(found, tasks);
        }

        if (tasks.TryGetValue(subject, out var task))
        {
            return new TaskView(task, [.. trajectories.Where(trajectory => trajectory.Task == subject)]);
        }

        if (_environments.Slugs.Contains(subject))
        {
            return new DomainView(
                _environments.Read(subject),
                [.. _environments.Read(subject).Definition.Tools.Select(tool => ToolFacts.Of(_environments, subject, tool.Name))],
                [.. tasks.Values.Where(t => t.Domain == subject)],
                [.. trajectories.Where(trajectory => trajectory.Domain == subject)]);
        }

        var domain = _environments.Slugs.FirstOrDefault(slug => _environments.Read(slug).Definition.Tools.Any(tool => tool.Name == subject));
        return domain is null
            ? throw CommandException.Usage(
                $"workspace '{workspace}' has no trajectory, task, tool or domain '{subject}'; ids stand in trajectories.jsonl and tasks.jsonl, domains and tools in 'environment list' and 'environment describe'.")
            : new ToolView(ToolFacts.Of(_environments, domain, subject), [.. tasks.Values.Where(t => t.GoldenCalls.Any(call => call.Name == subject))]);
    }

    private TrajectoryView Trajectory(Trajectory trajectory, IReadOnlyDictionary<string, TaskSpecification> tasks)
    {
        if (!tasks.TryGetValue(trajectory.Task, out var task))
        {
            throw CommandException.Usage(
                $"{Path.Combine(workspace, "tasks.jsonl")} has no task '{trajectory.Task}', which trajectory '{trajectory.Id}' plays.");
        }

        try
        {
            var explanation = new TrajectoryExplainer(new TrajectoryJudge()).Explain(_reader.Environment(trajectory.Domain), task, trajectory, options);
            var known = _environments.Read(trajectory.Domain).Definition.Tools.Select(tool => tool.Name).ToHashSet(StringComparer.Ordinal);
            return new TrajectoryView(explanation,
                [.. explanation.Tools.Where(known.Contains).Select(name => ToolFacts.Of(_environments, trajectory.Domain, name))]);
        }
        catch (ArgumentException exception)
        {
            throw CommandException.Usage($"{exception.Message} The environment was made anew after the task; run 'tasks' and what follows again.");
        }
    }

    private bool Has(string file) => File.Exists(Path.Combine(workspace, file));
}
