namespace AgentScaler.Materialization.Authoring;

/// <summary>What is wrong with a proposal.</summary>
/// <param name="Place">JSON pointer into the proposal.</param>
/// <param name="Tool">The tool whose correction is at fault. Null if it is the proposal as a whole.</param>
internal sealed record AuthorFinding(string Place, string Message, string? Tool = null)
{
    public override string ToString() => $"{Place}: {Message}";
}
