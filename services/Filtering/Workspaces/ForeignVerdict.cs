using AgentScaler.Trajectories;

namespace AgentScaler.Filtering.Workspaces;

/// <summary>One line of the file of verdicts.</summary>
public sealed record ForeignVerdict(string Id, string Task, Verdict Verdict);
