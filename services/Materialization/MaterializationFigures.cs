namespace AgentScaler.Materialization;

/// <summary>What one domain adds to the report; sums are made over domains.</summary>
/// <param name="Conforming">Sum over the executed tools of the share of results that conform to the return schema.</param>
public sealed record MaterializationFigures(
    int Tools,
    int ExecutableTools,
    int ReadTools,
    int WriteTools,
    int Tables,
    int DifferentialCalls,
    int DifferentialMismatches,
    int Mutants,
    int MutantsKilled,
    double Conforming)
{
    public static MaterializationFigures Of(MaterializedDomain domain)
    {
        var checks = domain.Checks.Tools;
        var executed = checks.Where(check => check is { TypeChecked: true, Executed: true }).ToList();
        return new MaterializationFigures(
            checks.Count,
            executed.Count,
            checks.Count(check => !check.Writes),
            checks.Count(check => check.Writes),
            domain.Definition?.Schema.Tables.Count ?? 0,
            checks.Sum(check => check.DifferentialCalls),
            checks.Sum(check => check.DifferentialMismatches),
            checks.Sum(check => check.Mutants),
            checks.Sum(check => check.MutantsKilled),
            executed.Sum(check => check.Conforming));
    }
}
