namespace AgentScaler.Materialization.Tests.Recognition;

/// <summary>What one tool is understood to do, in plain words.</summary>
/// <param name="Effect">The word of overrides.</param>
/// <param name="Changed">The column that a step or a mark changes, else the table's status.</param>
/// <param name="From">Values that a step starts from.</param>
/// <param name="Requires">Statuses in which a row may be changed or deleted; null where any is.</param>
internal sealed record Understood(
    string Effect,
    string? Table,
    string? Changed,
    string? Target,
    IReadOnlyList<string> From,
    IReadOnlyList<string>? Requires)
{
    /// <summary>The column and the value that the tool leaves in it.</summary>
    public string Led => Target is null ? "" : $"{Changed} {Target}";
}
