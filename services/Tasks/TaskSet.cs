using AgentScaler.Tasks.Dependencies;
using AgentScaler.Trajectories;

namespace AgentScaler.Tasks;

/// <summary>The tasks of one domain in order of id, their figures, the verdicts on the domain's dependencies, and the uncovered items.</summary>
public sealed record TaskSet(IReadOnlyList<TaskSpecification> Tasks, TaskSetFigures Figures, IReadOnlyList<JudgedDependency> Dependencies,
    IReadOnlyList<UncoveredTarget> Uncovered);
