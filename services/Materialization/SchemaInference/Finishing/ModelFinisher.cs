using AgentScaler.Language;
using AgentScaler.Materialization.Derived;
using AgentScaler.Materialization.Effects;
using AgentScaler.Materialization.Invariants;
using AgentScaler.Materialization.Overrides.Rules;
using AgentScaler.Materialization.Sentences.Binding;

namespace AgentScaler.Materialization.SchemaInference;

/// <summary>Makes the immutable model of a plan, once, when all that the inference decides is decided.</summary>
internal static class ModelFinisher
{
    public static DomainModel Finish(DomainPlan plan)
    {
        var tables = new FinishedTables(plan);
        var model = new DomainModel(tables.All, [.. plan.Sketches.Select(s => Finish(plan, s, tables))])
        {
            Sources = plan.Tables.ToDictionary(t => t.Name, Sources, StringComparer.Ordinal),
        };
        IReadOnlyList<Derivation> derived = plan.Dump is null ? DerivedColumns.Of(model) : [];
        return InvariantFinder.Complete(Refreshing.Of(model, derived), derived, plan.Dump);
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
        var finished = effect with { Basis = draft.Basis, Preconditions = Guarded(plan, draft, effect) };
        return new ToolModel(reading.Tool, reading.Parameters, ResultForms.Of(reading, (effect as TableEffect)?.Table), finished)
        {
            Verb = reading.Verb,
            Resource = reading.Resource,
            Evidence = [.. evidence, .. UnfollowedRules.Of(own, draft)],
        };
    }

    /// <summary>
    /// Who may call, what the documentation demands of arguments, and what the effect needs; nothing else where the user says what there is. An answer that
    /// is made from the arguments alone has nothing to refuse them by.
    /// </summary>
    private static IReadOnlyList<Precondition> Guarded(DomainPlan plan, EffectDraft draft, Effect effect) =>
        draft.Sketch.Stated?.Preconditions is { Alone: true } ? effect.Preconditions
        : [.. SessionRules.Of(plan, draft, effect), .. effect is LookupEffect ? [] : StatedArguments.Of(draft.Reading), .. effect.Preconditions];

    private static TableSources Sources(TablePlan table) => new(
        table.KeySource,
        table.Columns.ToDictionary(c => c.Name, c => c.Facts.Sources, StringComparer.Ordinal),
        table.Claims.Where(c => c.Holds.Value).ToDictionary(c => string.Join('+', c.Columns), c => c.Holds.Source, StringComparer.Ordinal));
}
