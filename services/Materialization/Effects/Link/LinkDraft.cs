using AgentScaler.Environments.Schema;
using AgentScaler.Language;
using AgentScaler.Materialization.SchemaInference;

namespace AgentScaler.Materialization.Effects;

/// <summary>Finishes links: what must be there already, or must not.</summary>
internal static class LinkDraft
{
    /// <summary>An item that stands in a list is not added again. Documentation that lists every failure and not this one allows it.</summary>
    public static IEnumerable<Precondition> NotYet(EffectDraft draft) =>
        IsOneItem(draft) && !ListedFailures.Exclude(draft.Reading, "already") ? [new NotAlready(draft.Row, draft.Changed, draft.Sketch.Many!)] : [];

    /// <summary>What is taken is there.</summary>
    public static IEnumerable<Precondition> There(EffectDraft draft) =>
        IsOneItem(draft) || (draft.Changed is { Type: not ColumnType.Array, Nullable: true }) ? [new Linked(draft.Row, draft.Changed, draft.Sketch.Many!)] : [];

    /// <summary>What the database demands of the changed column too.</summary>
    public static IEnumerable<Precondition> Constraints(EffectDraft draft)
    {
        var item = new ColumnBinding(draft.Changed, draft.Sketch.Many!);
        return draft.Changed.Type == ColumnType.Array ? draft.Constraints(draft.Row)
            : [.. draft.References([item]).Select(r => r with { Checked = false }), .. draft.Constraints(draft.Row), new FitsColumns([item])];
    }

    private static bool IsOneItem(EffectDraft draft) => draft.Changed.Type == ColumnType.Array && draft.Sketch.Many!.Node.Kind != NodeKind.Array;
}
