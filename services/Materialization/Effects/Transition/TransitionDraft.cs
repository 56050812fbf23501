using AgentScaler.Environments.Schema;
using AgentScaler.Environments.States.Dumps;
using AgentScaler.Environments.Values;
using AgentScaler.Language;

namespace AgentScaler.Materialization.Effects;

/// <summary>Finishes a step: from where it starts, and which columns tell when it was taken.</summary>
internal static class TransitionDraft
{
    public static TransitionEffect Make(EffectDraft draft)
    {
        var changed = draft.Sketch.Changed is null ? draft.Table.Status! : draft.Changed;
        return new TransitionEffect(draft.Table, draft.Key, draft.Scope, draft.Assignments, changed, draft.Sketch.Target!.Value)
        {
            Preconditions = [draft.Found, .. draft.Referred, .. Started(draft, changed), .. draft.Constraints(draft.Row)],
            Consequences = [.. draft.Stamps().Where(s => s.Column != changed), .. Marks(draft)],
        };
    }

    /// <summary>The step starts from where it may. A mark that may be set whether it is set or not is never refused.</summary>
    private static IEnumerable<Precondition> Started(EffectDraft draft, ColumnModel changed)
    {
        var (from, act) = (draft.Sketch.From, Words.Phrase(draft.Reading.Verb));
        var basis = new Basis(draft.Sketch.Starts.Source, $"{draft.Sketch.Name} starts from {string.Join(", ", from.Select(f => f.ToJson()))}.");
        if (changed.Type != ColumnType.Boolean)
        {
            // Rows of the user's own may hold statuses that neither the tools nor the rows of now name: the usual start says nothing of them.
            IReadOnlyList<Value> refused = basis.Source == Source.Convention && draft.Table.Form is not null and not MissingForm
                ? [.. changed.Enum?.Where(v => v.IsString && !from.Contains(v)) ?? []] : [];
            yield return new StatusIn(draft.Row, changed, from, act) { Basis = basis, Refused = refused };
        }
        else if (from.Count == 1)
        {
            yield return new FlagIs(draft.Row, changed, from[0], act) { Basis = basis };
        }
    }

    /// <summary>Columns that are called by the step: <c>shipped_at</c>.</summary>
    private static IEnumerable<StampClock> Marks(EffectDraft draft)
    {
        var target = Target(draft.Sketch.Target!.Value, draft.Reading.Verb);
        return draft.Table.Columns
            .Where(c => c.Textual
                && c.Enum is null
                && Semantics.IsInstant(c.Words)
                && Words.Snake(c.Name) is var name
                && (name == $"{target}_at" || name == $"{target}_on" || name == $"{target}_date"))
            .Where(c => !c.Stamped && draft.Assignments.All(a => a.Column != c))
            .Select(c => new StampClock(draft.Table, c, null));
    }

    /// <summary>The step in words: the status that it leads to, or the verb where it sets a mark.</summary>
    public static string Target(Value target, string verb) => Words.Snake(target.IsString ? target.AsString : verb);
}
