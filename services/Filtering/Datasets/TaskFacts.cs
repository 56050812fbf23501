using AgentScaler.Trajectories;

namespace AgentScaler.Filtering.Datasets;

/// <summary>What splitting needs to know of a task.</summary>
/// <param name="Tools">Ids of the tools of its golden path.</param>
/// <param name="Providers">Whose tools they are; null for a tool that is not known.</param>
public sealed record TaskFacts(string Id, string Domain, string Intent, IReadOnlyList<string> Tools, IReadOnlyList<string?> Providers)
{
    /// <param name="providers">The provider of every tool, by the tool's id.</param>
    public static TaskFacts Of(TaskSpecification task, IReadOnlyDictionary<string, string> providers) =>
        new(task.Id, task.Domain, task.Intent, task.Provenance.Tools, [.. task.Provenance.Tools.Select(providers.GetValueOrDefault).Distinct(StringComparer.Ordinal)]);
}
