using AgentScaler.Language;
using AgentScaler.Materialization.Effects;
using AgentScaler.Materialization.Invariants;
using AgentScaler.Materialization.Overrides.Rules;

namespace AgentScaler.Materialization.SchemaInference;

/// <summary>Makes the immutable model of a plan, once, when all that the inference decides is decided.</summary>
internal static class ModelFinisher
{
    public static DomainModel Finish(DomainPlan plan)
    {
        var tables = new FinishedTables(plan);
        return InvariantFinder.Complete(new DomainModel(tables.All, [.. plan.Sketches.Select(s => Finish(plan, s, tables))])
        {
            Sources = plan.Tables.ToDictionary(t => t.Name, Sources, StringComparer.Ordinal),
        }, plan.Dump);
    }

    private static ToolModel Finish(DomainPlan plan, EffectSketch sketch, FinishedTables tables)
    {
        var draft = new EffectDraft(sketch, tables);
        sketch.Kind.Fit(draft);
        var own = sketch.Kind.Finish(draft);
        var effect = StatedRuleJoiner.Join(RuleJoiner.Join(own, draft), draft);
        var reading = sketch.Reading;
        IReadOnlyList<string> evidence = effect is LookupEffect lookup
            ? [.. reading.Evidence, lookup.Computation is { } computation
                ? $"Its words say that it computes: {Words.Phrase(Words.Snake(computation.Formula.ToString()))}."
                : "No table holds the answer: it is derived from the arguments, always the same for the same."]
            : [.. reading.Evidence];
        var session = sketch.Stated?.Preconditions is { Alone: true } ? [] : SessionRules.Of(plan, draft, effect);
        var finished = effect with { Basis = draft.Basis, Preconditions = [.. session, .. effect.Preconditions] };
        return new ToolModel(reading.Tool, reading.Parameters, ResultForms.Of(reading, (effect as TableEffect)?.Table), finished)
        {
            Verb = reading.Verb,
            Resource = reading.Resource,
            Evidence = [.. evidence, .. UnfollowedRules.Of(own, draft)],
        };
    }

    private static TableSources Sources(TablePlan table) => new(
        table.KeySource,
        table.Columns.ToDictionary(c => c.Name, c => c.Facts.Sources, StringComparer.Ordinal),
        table.Claims.Where(c => c.Holds.Value).ToDictionary(c => string.Join('+', c.Columns), c => c.Holds.Source, StringComparer.Ordinal));
}
