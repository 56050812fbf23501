using AgentScaler.Proofs;
using AgentScaler.Proofs.Fidelity;

namespace AgentScaler.Materialization;

/// <summary>How well documented and recorded behaviour is reproduced; the report sums over domains.</summary>
/// <param name="Tools">Tools of which something is known.</param>
/// <param name="Held">The sum of their shares.</param>
/// <param name="ToolsWithExamples">Tools of which at least one documented request or response was replayed.</param>
/// <param name="ToolsWithErrors">Tools of which at least one declared error was provoked or tried.</param>
/// <param name="ToolsWithRecordings">Tools of which at least one recorded call was replayed.</param>
public sealed record FidelityFigures(int Tools, double Held, int ToolsWithExamples, int ToolsWithErrors, int ToolsWithRecordings)
{
    public FactCount Requests { get; init; }

    public FactCount Responses { get; init; }

    public FactCount Errors { get; init; }

    /// <summary>Declared statuses that no environment has: authorization, quotas, outages.</summary>
    public int ErrorsOutside { get; init; }

    public FactCount RecordedOutcomes { get; init; }

    public FactCount RecordedResponses { get; init; }

    public FactCount RecordedValues { get; init; }

    public static FidelityFigures Of(IReadOnlyList<ToolChecks> checks)
    {
        ArgumentNullException.ThrowIfNull(checks);
        var facts = checks.Select(c => c.FidelityFacts).OfType<ToolFidelity>().ToList();
        return new FidelityFigures(
            checks.Count(c => c.Fidelity is not null),
            checks.Sum(c => c.Fidelity ?? 0),
            facts.Count(f => (f.Requests + f.Responses).Facts > 0),
            facts.Count(f => f.Errors.Facts > 0),
            facts.Count(f => f.RecordedOutcomes.Facts > 0))
        {
            Requests = Sum(f => f.Requests),
            Responses = Sum(f => f.Responses),
            Errors = Sum(f => f.Errors),
            ErrorsOutside = facts.Sum(f => f.ErrorsOutside),
            RecordedOutcomes = Sum(f => f.RecordedOutcomes),
            RecordedResponses = Sum(f => f.RecordedResponses),
            RecordedValues = Sum(f => f.RecordedValues),
        };

        FactCount Sum(Func<ToolFidelity, FactCount> of) => facts.Aggregate(default(FactCount), (sum, f) => sum + of(f));
    }
}
