namespace AgentScaler.Materialization;

/// <summary>What one tool is understood to do, why, and how to correct it.</summary>
/// <param name="Does">get, list, create, transition, ...</param>
/// <param name="Evidence">One sentence per decision of the inference.</param>
public sealed record ToolDescription(string Name, string Does, string? Table, IReadOnlyList<string> Evidence, string ChangeBy);
