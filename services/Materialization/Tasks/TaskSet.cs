using AgentScaler.Trajectories;

namespace AgentScaler.Materialization.Tasks;

/// <summary>The tasks of one domain, in order of id, and their figures.</summary>
public sealed record TaskSet(IReadOnlyList<TaskSpecification> Tasks, TaskSetFigures Figures);
