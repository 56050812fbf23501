using AgentScaler.Tasks.Dependencies;
using AgentScaler.Trajectories;

namespace AgentScaler.Tasks;

/// <summary>The tasks of one domain, in order of id, their figures, and what the domain's dependencies turned out to be, and what no task covers.</summary>
public sealed record TaskSet(IReadOnlyList<TaskSpecification> Tasks, TaskSetFigures Figures, IReadOnlyList<JudgedDependency> Dependencies, IReadOnlyList<UncoveredTarget> Uncovered);
