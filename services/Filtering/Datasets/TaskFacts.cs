using AgentScaler.Trajectories;

namespace AgentScaler.Filtering.Datasets;

/// <summary>What splitting needs to know of a task.</summary>
/// <param name="Tools">Ids of the tools of its golden path.</param>
public sealed record TaskFacts(string Id, string Domain, string Intent, IReadOnlyList<string> Tools)
{
    public static TaskFacts Of(TaskSpecification task) => new(task.Id, task.Domain, task.Intent, task.Provenance.Tools);
}
