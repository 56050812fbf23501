using AgentScaler.Tasks.Paths;


namespace AgentScaler.Tasks;

/// <summary>A tool, dependency or error branch that no task of a domain covers, with the reason.</summary>
/// <param name="Kind"><c>tool</c>, <c>dependency</c> or <c>error_branch</c>.</param>
/// <param name="Reason">The end of the furthest attempt.</param>
/// <param name="Detail">The argument, error code or check at which it ended.</param>
public sealed record UncoveredTarget(string Kind, string Name, PathMiss Reason, string Detail);
