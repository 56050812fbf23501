using AgentScaler.Language;
using AgentScaler.Materialization.Effects;
using AgentScaler.Materialization.Sentences;
using AgentScaler.Materialization.Sentences.Binding;
using AgentScaler.Materialization.Sentences.Formulas;

namespace AgentScaler.Materialization.Conventions;

/// <summary>
/// A column whose description says how it is worked out holds that in new rows, and again when a call changes what it is worked out from: the last day is the
/// first one and the number of days. So does one of which the documentation of new rows says it.
/// </summary>
internal sealed record KeptFormulas() : RuleSketch(Source.Text, "The documentation says how it is worked out.")
{
    public override IEnumerable<Consequence> Consequences(EffectDraft draft) => Drafts.Makes(draft) ? New(draft) : Drafts.Changes(draft) ? Again(draft) : [];

    private static IEnumerable<Assign> New(EffectDraft draft) => Described(draft.Table).Where(d => draft.Assignments.All(a => a.Column != d.Column))
        .Select(d => (d.Column, Value: new FormulaBinder(draft).Bind(d.Column, d.Value))).Where(d => d.Value is not null)
        .Select(d => new Assign(draft.Row, d.Column, d.Value!));

    private static IEnumerable<Assign> Again(EffectDraft draft)
    {
        var known = Changed(draft);
        if (known.Count == 0)
        {
            yield break;
        }

        foreach (var (column, working) in Described(draft.Table))
        {
            if (Moved(draft, known, column, working) is { } count)
            {
                known[count.Column] = count.Value;
                yield return count;
            }
        }

        var workings = Described(draft.Table).Concat(draft.Tables.Workings(draft.Table)
            .Select(w => (Column: Nouns.Column(draft.Table, w.Column, c => c.Numeric && c != draft.Table.Key)!, w.Value)).Where(w => w.Column is not null));
        foreach (var (column, working) in workings.DistinctBy(w => w.Column))
        {
            if (!known.ContainsKey(column) && Leaves(working).Any(n => Own(draft.Table, n) is { } leaf && known.ContainsKey(leaf))
                && new FormulaBinder(draft) { Known = known }.Bind(column, working) is { } value)
            {
                known[column] = value;
                yield return new Assign(draft.Row, column, value);
            }
        }
    }

    /// <summary>What the call sets in its row by its arguments and by what its documentation says.</summary>
    private static Dictionary<ColumnModel, Term> Changed(EffectDraft draft)
    {
        var known = new Dictionary<ColumnModel, Term>();
        foreach (var assign in draft.Sketch.Rules.OfType<SentenceRule>().SelectMany(r => r.Consequences(draft)).OfType<Assign>().Where(a => a.Address.IsMain))
        {
            known.TryAdd(assign.Column, assign.Value);
        }

        foreach (var given in draft.Assignments.Where(a => EffectDraft.Direct(a.Column, a.Parameter)))
        {
            known.TryAdd(given.Column, EffectDraft.IsAlwaysGiven(given.Column, given.Parameter) ? new ArgumentTerm(given.Parameter)
                : new EitherTerm(new ArgumentTerm(given.Parameter), new CellTerm(draft.Row, given.Column)));
        }

        return known;
    }

    /// <summary>A call that moves the end by a number of days makes the number of days as much larger.</summary>
    private static Assign? Moved(EffectDraft draft, Dictionary<ColumnModel, Term> known, ColumnModel column, Working working) =>
        known.GetValueOrDefault(column) is ShiftedTerm { Time: CellTerm cell } shift && cell.Column == column
        && Leaves(working).Select(n => Own(draft.Table, n)).OfType<ColumnModel>().Where(c => c.Numeric).ToList() is [var count] && !known.ContainsKey(count)
            ? new Assign(draft.Row, count, new SumOfTerm(new CellTerm(draft.Row, count), shift.Count)) : null;

    private static IEnumerable<(ColumnModel Column, Working Value)> Described(TableModel table) => table.Columns
        .Where(c => c != table.Key && c.Node?.Description is { Length: > 3 })
        .Select(c => (Column: c, Value: SentenceSplitter.Sentences(c.Node!.Description!).Select(t => Of(c, t)).FirstOrDefault(f => f is not null)!))
        .Where(d => d.Value is not null);

    private static Working? Of(ColumnModel column, string text) => FormulaReader.Alone(text)
        ?? (FormulaReader.Read(text) is { } read && Words.Split(read.Column).Select(Words.Singular).Any(column.Words.Select(Words.Singular).Contains)
            ? read.Value : null);

    private static ColumnModel? Own(TableModel table, Named named) => Nouns.Column(table, named.Words, c => c != table.Key && c.Scalar && c.Enum is null);

    private static IEnumerable<Named> Leaves(Working working) => working switch
    {
        Named named => [named],
        Both both => Leaves(both.Left).Concat(Leaves(both.Right)),
        Whole whole => Leaves(whole.Number),
        DaysLate late => Leaves(late.Since),
        Sentences.Formulas.AtLeast bounded => Leaves(bounded.Subject).Concat(Leaves(bounded.Then)),
        _ => [],
    };
}
