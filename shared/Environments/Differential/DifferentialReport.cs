namespace AgentScaler.Environments.Differential;

/// <summary>The findings of a differential test.</summary>
/// <param name="Compared">Whether both executions ran. If not, only the counts of the compiled one are known.</param>
/// <param name="Reason">Why nothing was compared, or null.</param>
public sealed record DifferentialReport(bool Compared, string? Reason, IReadOnlyList<ToolDifference> Tools)
{
    public int Calls => Compared ? Tools.Sum(t => t.Calls) : 0;

    public int Mismatches => Tools.Sum(t => t.Mismatches);
}
