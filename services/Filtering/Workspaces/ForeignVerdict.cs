using AgentScaler.Trajectories;

namespace AgentScaler.Filtering.Workspaces;

/// <summary>One line of the verdict file.</summary>
public sealed record ForeignVerdict(string Id, string Task, Verdict Verdict);
