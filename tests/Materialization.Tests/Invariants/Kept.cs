using AgentScaler.Effects;
using AgentScaler.Materialization.SchemaInference;
using AgentScaler.Materialization.Tests.Recognition;

namespace AgentScaler.Materialization.Tests.Invariants;

/// <summary>What is found to hold of the tables of cited tools, in words.</summary>
internal static class Kept
{
    /// <summary>What every tool keeps, beside keys and statuses.</summary>
    public static string Always(string tools) => Words(ModelFinisher.Finish(Recognised.Plan(tools)).Invariants);

    /// <summary>What holds in the first state alone.</summary>
    public static string AtFirst(string tools) => Words(ModelFinisher.Finish(Recognised.Plan(tools)).Tendencies);

    private static string Words(IEnumerable<Invariant> invariants) => string.Join("; ", invariants.Select(i => i switch
    {
        NotNegative one => $"{one.Table}.{one.Column} >= 0",
        InOrder pair => $"{pair.Table}.{pair.Lower} <= {pair.Upper}",
        AddsUp sum => $"{sum.Table}.{sum.Left} + {sum.Taken} = {sum.Whole}",
        FlagTells flag => $"{flag.Table}.{flag.Flag} tells {flag.Column}",
        SetInStatus step => $"{step.Table}.{step.Column} {(step.Always ? "always" : "only")} in {string.Join("|", step.Among.Select(v => v.AsString))}",
        CountsDependents counts => $"{counts.Table}.{counts.Column} counts {Of(counts.Counted)}",
        SumsDependents sums => $"{sums.Table}.{sums.Column} sums {sums.Amount} of {Of(sums.Summed)}",
        _ => "",
    }).Where(w => w.Length > 0));

    private static string Of(Dependents rows) => rows.Table + (rows.Column is null ? "" : $" in {string.Join("|", rows.Among.Select(v => v.AsString))}");
}
