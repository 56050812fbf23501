namespace AgentScaler.Filtering.Workspaces;

/// <summary>What judging a file came to.</summary>
/// <param name="Reasons">Rejected ones by reason.</param>
/// <param name="Problems">Lines that could not be judged: file, line and why.</param>
public sealed record ForeignSummary(
    int Judged, int Accepted, IReadOnlyDictionary<string, int> Reasons, IReadOnlyList<string> Problems);
