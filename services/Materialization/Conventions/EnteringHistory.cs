using AgentScaler.Environments.Values;
using AgentScaler.Language;
using AgentScaler.Materialization.Effects;
using AgentScaler.Materialization.SchemaInference;

namespace AgentScaler.Materialization.Conventions;

/// <summary>
/// Money that comes to or goes from the one account of a user's own database is entered in the history that the database keeps: what kind of movement it
/// was, how much, and when.
/// </summary>
/// <param name="Sign">1 where money comes, -1 where it goes.</param>
internal sealed record EnteringHistory(string Verb, int Sign) : RuleSketch(Source.Convention, $"To {Verb} money is entered in the history.")
{
    private static readonly HashSet<string> Histories = new(StringComparer.Ordinal) { "history", "transaction", "ledger", "movement", "statement", "log" };

    public override IEnumerable<Consequence> Consequences(EffectDraft draft)
    {
        if (draft.Tables.Dump is null || !Drafts.Changes(draft) || MovingMoney.Moved(draft) is not { Amount: ArgumentTerm amount, Row: var account }
            || !DumpAdoption.IsSingle(account.Table.Form))
        {
            yield break;
        }

        foreach (var history in draft.Tables.All.Where(t => t != account.Table && t.Form is not null && Histories.Contains(Words.Singulars(t.Name)[^1])))
        {
            if (Entry(history, draft, amount) is { Count: > 0 } entry)
            {
                yield return new InsertRow(history, entry);
            }
        }
    }

    /// <summary>What an entry of a history holds; nothing where it tells no amount, or tells kinds of movements none of which this is.</summary>
    private List<Filling> Entry(TableModel history, EffectDraft draft, ArgumentTerm amount)
    {
        var open = history.Columns.Where(c => c != history.Key).ToList();
        var money = open.Find(c => c.Numeric && ColumnRoles.IsMoney(c.Name, NodeKind.Number));
        var kind = open.Find(c => c.Textual && c.Words[^1] is "type" or "kind" or "direction");
        var called = kind is null ? default(Value?) : Kind(Kinds(kind, draft, history));
        return money is null || (kind is not null && called is null) ? []
            :
            [
                new Filling(money, amount),
                .. kind is not null ? [new Filling(kind, new ConstantTerm(called!.Value))] : Array.Empty<Filling>(),
                .. open.Where(c => c.Textual && Semantics.IsInstant(c.Words)).Take(1).Select(c => new Filling(c, new ClockTerm(false))),
            ];
    }

    private static IReadOnlyList<Value> Kinds(ColumnModel kind, EffectDraft draft, TableModel history) =>
        draft.Tables.Dump!.Rows(history.Name).Select(r => r[kind.Name]).Where(v => v.IsString).Distinct().ToList() is { Count: > 0 } held ? held
        : kind.Enum is { Count: > 0 } declared ? declared
        : kind.Node is { } node ? StatedChoice.Of(node) : [];

    /// <summary>The only kind that is called by a verb of the same direction: a deposit, a withdrawal.</summary>
    private Value? Kind(IReadOnlyList<Value> kinds)
    {
        var verbs = VerbLexicon.All.Where(v => (Sign > 0 ? v.Gives : v.Takes).Contains(MovedThing.Money)).Select(v => v.Key.TrimEnd('e')).ToList();
        return StatedChoice.Reached(Verb, kinds)
            ?? (kinds.Where(k => verbs.Exists(v => Words.Snake(k.AsString).StartsWith(v, StringComparison.Ordinal))).ToList() is [var only] ? only
                : default(Value?));
    }
}
