namespace AgentScaler.Tasks;

/// <summary>The coverage of a domain's golden paths.</summary>
/// <param name="Tools">Tools that are called.</param>
/// <param name="Edges">Dependencies of the domain over which a value flows from a call to a later one.</param>
/// <param name="VerifiedEdges">The same for the dependencies that hold in the environment.</param>
/// <param name="Columns">Columns that a golden path writes, is asked for, or by which it chooses.</param>
/// <param name="ErrorBranches">Guards and failures of tool programs that an intended failure or a refusal meets.</param>
public sealed record TaskCoverage(CoverageShare Tools, CoverageShare Edges, CoverageShare VerifiedEdges, CoverageShare Columns, CoverageShare ErrorBranches)
{
    public static TaskCoverage None { get; } = new(new(0, 0), new(0, 0), new(0, 0), new(0, 0), new(0, 0));

    public static TaskCoverage operator +(TaskCoverage a, TaskCoverage b) =>
        new(a.Tools + b.Tools, a.Edges + b.Edges, a.VerifiedEdges + b.VerifiedEdges, a.Columns + b.Columns, a.ErrorBranches + b.ErrorBranches);
}
