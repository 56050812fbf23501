namespace AgentScaler.Filtering.Workspaces;

/// <summary>The result of judging a file.</summary>
/// <param name="Reasons">Number of rejected trajectories by reason.</param>
/// <param name="Problems">Lines that could not be judged, with file, line and reason.</param>
public sealed record ForeignSummary(
    int Judged, int Accepted, IReadOnlyDictionary<string, int> Reasons, IReadOnlyList<string> Problems);
