using AgentScaler.Tasks.Paths;


namespace AgentScaler.Tasks;

/// <summary>A tool, dependency or error branch that no task of a domain covers, and why.</summary>
/// <param name="Kind"><c>tool</c>, <c>dependency</c> or <c>error_branch</c>.</param>
/// <param name="Reason">Where the attempt that came furthest ended.</param>
/// <param name="Detail">What it ended at.</param>
public sealed record UncoveredTarget(string Kind, string Name, PathMiss Reason, string Detail);
