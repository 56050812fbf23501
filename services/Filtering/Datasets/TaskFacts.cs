using AgentScaler.Trajectories;

namespace AgentScaler.Filtering.Datasets;

/// <summary>What splitting needs to know of a task.</summary>
public sealed record TaskFacts(string Id, string Domain, string Intent)
{
    public static TaskFacts Of(TaskSpecification task) => new(task.Id, task.Domain, task.Intent);
}
