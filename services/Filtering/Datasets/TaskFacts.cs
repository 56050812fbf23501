using AgentScaler.Trajectories;

namespace AgentScaler.Filtering.Datasets;

/// <summary>The facts about a task that the split uses.</summary>
public sealed record TaskFacts(string Id, string Domain, string Intent)
{
    public static TaskFacts Of(TaskSpecification task) => new(task.Id, task.Domain, task.Intent);
}
