namespace AgentScaler.Materialization.Tasks;

/// <summary>The <c>tasks</c> section of <c>report.json</c> (contract, section 3).</summary>
public sealed record TasksSection(
    int Tasks,
    int Write,
    int ReadOnly,
    int Refusal,
    int ReplayFailures,
    int DoNothingPasses,
    CoverageSection Coverage,
    IReadOnlyDictionary<string, int> CallsHistogram,
    int WithExpectedFailure,
    int WithDistractors,
    int Contaminated)
{
    public static TasksSection Of(IEnumerable<TaskSetFigures> domains)
    {
        var sum = domains.Aggregate(TaskSetFigures.None, (a, b) => a + b);
        var coverage = new CoverageSection(
            Share(sum.Coverage.Tools), Share(sum.Coverage.Edges), Share(sum.Coverage.Columns), Share(sum.Coverage.ErrorBranches));
        return new TasksSection(
            sum.Tasks, sum.Write, sum.ReadOnly, sum.Refusal, sum.ReplayFailures, sum.DoNothingPasses, coverage,
            sum.CallsHistogram, sum.WithExpectedFailure, sum.WithDistractors, sum.Contaminated);
    }

    private static double Share(CoverageShare share) => Math.Round(share.Value, 4);
}
