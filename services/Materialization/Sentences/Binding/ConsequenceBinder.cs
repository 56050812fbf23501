using System.Globalization;
using AgentScaler.Environments.Schema;
using AgentScaler.Environments.Values;
using AgentScaler.Language;
using AgentScaler.Materialization.Effects;

namespace AgentScaler.Materialization.Sentences.Binding;

/// <summary>Makes consequences of what a sentence says that follows; nothing where its phrases mean nothing among the tables.</summary>
internal sealed class ConsequenceBinder(EffectDraft draft) : MeaningVisitor<IEnumerable<Consequence>>([])
{
    /// <summary>Things that come to be beside what a call is about.</summary>
    private static readonly HashSet<string> Recorded = new(StringComparer.Ordinal)
    {
        "payment", "entry", "event", "message", "invoice", "transaction", "notification", "receipt", "log", "history", "charge", "refund", "movement", "email", "audit",
        "activity", "record", "note", "confirmation", "trail", "journal", "ledger",
    };

    private readonly Reach _reach = new(draft);

    public override IEnumerable<Consequence> Visit(Adjusts meaning)
    {
        // Of two rows of one table, such as both accounts of a transfer, the words do not tell which one is meant.
        if (_reach.Find(meaning.Column, c => c.Numeric && c != draft.Table.Key && c.References is null) is not { } found
            || _reach.Rows.Count(r => r.Table == found.Row.Table) > 1)
        {
            return [];
        }

        var amount = Amount(meaning.By.Length > 0 ? meaning.By : meaning.Column, found.Row);
        // A row cannot take a number of itself from itself.
        return amount is CellTerm cell && cell.Column == found.Column ? [] : [new Adjust(found.Row, found.Column, amount, meaning.Sign)];
    }

    public override IEnumerable<Consequence> Visit(Becomes meaning)
    {
        if (meaning.Value == "null")
        {
            return Cleared(meaning.Column);
        }

        foreach (var row in _reach.Named(meaning.Thing).Where(r => Nouns.IsRowOf(r.Table, meaning.Thing)))
        {
            var status = row.Table.Columns.FirstOrDefault(c => c.Type == ColumnType.String && Nouns.State(c, meaning.Value) is not null
                && (meaning.Column is "" or "status" || Nouns.Column(row.Table, meaning.Column, _ => true) == c));
            if (status is not null)
            {
                return [new Assign(row, status, new ConstantTerm(Nouns.State(status, meaning.Value)!.Value))];
            }

            if (Nouns.Flag(row.Table, meaning.Value) is { } flag)
            {
                return [new Assign(row, flag.Column, new ConstantTerm(flag.Value ? Value.True : Value.False))];
            }
        }

        return Dependents(meaning) is { } dependents ? [dependents] : Freed(meaning);
    }

    /// <summary>"The fault is cleared": the row holds nothing there any more.</summary>
    private IEnumerable<Consequence> Cleared(string phrase) =>
        _reach.HasRow && Nouns.Column(draft.Table, phrase, c => c.Nullable && c != draft.Table.Key) is { } column
            ? [new Assign(draft.Row, column, new ConstantTerm(Value.Null))] : [];

    /// <summary>"The cards of the account are blocked": the rows that refer to the tool's own, all of them or those in a state.</summary>
    private AssignDependents? Dependents(Becomes meaning)
    {
        var words = meaning.Thing.Split(" of ")[0];
        if (!_reach.HasRow || !Words.IsPlural(words.Split(' ')[^1]) || Nouns.Table(draft.Tables.All, words) is not { } child || child == draft.Table
            || child.Columns.FirstOrDefault(c => c.References?.Table == draft.Table.Name) is not { } refers
            || child.Columns.FirstOrDefault(c => c.Type == ColumnType.String && Nouns.State(c, meaning.Value) is not null) is not { } status)
        {
            return null;
        }

        var among = words.Split(' ').SelectMany(w => Nouns.States(status, w)).Distinct().ToList();
        var rows = new ChildRows(child, refers, draft.Row);
        return new AssignDependents(among.Count > 0 ? rows with { Column = status, Among = among } : rows, status,
            new ConstantTerm(Nouns.State(status, meaning.Value)!.Value));
    }

    /// <summary>"Its carrier is released": the row refers to it no longer.</summary>
    private IEnumerable<Consequence> Freed(Becomes meaning)
    {
        var column = _reach.HasRow && meaning.Value is "released" or "unassigned" or "freed" ? draft.Table.Columns.FirstOrDefault(c => c.Nullable
            && c.References is { } reference && draft.Tables.Named(reference.Table) is { } table && Nouns.IsRowOf(table, meaning.Thing)) : null;
        return column is null ? [] : [new Assign(draft.Row, column, new ConstantTerm(Value.Null))];
    }

    public override IEnumerable<Consequence> Visit(Copies meaning)
    {
        if (_reach.Find(meaning.To, c => c.Scalar && c.References is null && c.Enum is null) is not { } to || (to.Row.IsMain && _reach.Makes))
        {
            return [];
        }

        var parameter = meaning.From.Length > 0 ? Nouns.Parameter(draft.Reading.Parameters, meaning.From) : null;
        parameter ??= draft.Reading.Parameters.FirstOrDefault(p => p.Words.SequenceEqual(to.Column.Words));
        return parameter is null || !EffectDraft.Direct(to.Column, parameter) ? [] : [new Assign(to.Row, to.Column, new ArgumentTerm(parameter))];
    }

    public override IEnumerable<Consequence> Visit(Adds meaning)
    {
        // An entry of a history stands in the history; anything else in its own table.
        var place = Nouns.Table(draft.Tables.All, meaning.Thing) ?? Nouns.Table(draft.Tables.All, meaning.To) ?? History(meaning);
        if (place is null || place == draft.Table || !Recorded.Overlaps(Words.Split($"{meaning.Thing} {meaning.To}").Select(Words.Singular)))
        {
            return [];
        }

        var filled = new List<Filling>();
        foreach (var column in place.Columns.Where(c => c != place.Key))
        {
            if (column.References is { } reference && _reach.Rows.FirstOrDefault(r => r.Table.Name == reference.Table) is { } row)
            {
                filled.Add(new Filling(column, new CellTerm(row, row.Table.Key)));
            }
            else if (column is { Textual: true, Semantic: "datetime" } && column.Words.Any(w => w is "created" or "at" or "timestamp" or "sent" or "occurred"))
            {
                filled.Add(new Filling(column, new ClockTerm(false)));
            }
        }

        // An entry that refers to nothing of the call says nothing of it.
        return filled.Exists(f => f.Value is CellTerm) ? [new InsertRow(place, filled)] : [];
    }

    /// <summary>The table that keeps what happened to a thing: <c>order_history</c>, <c>ticket_events</c>.</summary>
    private TableModel? History(Adds meaning) => meaning.To.EndsWith("history", StringComparison.Ordinal) || meaning.To.EndsWith("log", StringComparison.Ordinal)
        ? draft.Tables.All.FirstOrDefault(t => t.Singular.Split('_')[^1] is "history" or "log" or "event" or "audit" or "entry" or "activity") : null;

    public override IEnumerable<Consequence> Visit(Computes meaning)
    {
        var own = _reach.Makes || _reach.HasRow ? Nouns.Column(draft.Table, meaning.Column, c => c.Numeric) : null;
        if (meaning.Left == meaning.Right || own is not { } total)
        {
            return [];
        }

        var (left, right) = (Number(meaning.Left), Number(meaning.Right));
        if (left is null || right is null)
        {
            return [];
        }

        Term value = meaning.Operator switch
        {
            '*' => new ProductTerm(left, right),
            '-' => new DifferenceTerm(left, right),
            _ => new SumOfTerm(left, right),
        };
        return [new Assign(draft.Row, total, value)];
    }

    public override IEnumerable<Consequence> Visit(Calculates meaning) =>
        new FormulaBinder(draft).Bind(meaning.Column, meaning.Value) is { } assign ? [assign] : [];

    public override IEnumerable<Consequence> Visit(Stamps meaning)
    {
        var column = Time(draft.Table, meaning.Column);
        return column is null || draft.Assignments.Any(a => a.Column == column) ? [] : [new StampClock(draft.Table, column, null)];
    }

    /// <summary>The column that a phrase about a time names: "the time of payment" is <c>paid_at</c>.</summary>
    public static ColumnModel? Time(TableModel table, string phrase)
    {
        var times = table.Columns.Where(c => c.Textual && c.Enum is null && (c.Semantic is "date" or "datetime" || Semantics.IsInstant(c.Words))).ToList();
        var words = Words.Split(phrase).Where(w => w is not ("date" or "time" or "of" or "timestamp" or "moment")).ToList();
        return Nouns.Column(table, phrase, times.Contains)
            ?? times.Find(c => words.Exists(w => w.Length > 3 && c.Words.Any(o => o.Length > 3 && o[..4] == w[..4])))
            ?? (words.Count == 0 && times.Count == 1 ? times[0] : null);
    }

    /// <summary>How much: a number, an argument, a column of the tool's own row; one where the sentence says nothing more.</summary>
    private Term Amount(string phrase, RowAddress changed)
    {
        if (double.TryParse(phrase, NumberStyles.Float, CultureInfo.InvariantCulture, out var figure))
        {
            return new ConstantTerm(Value.From(figure));
        }

        return Nouns.Parameter(Numbers(), phrase) is { } named ? new ArgumentTerm(named)
            : Nouns.Asked(draft.Reading.Parameters, phrase) is { } asked ? new ArgumentTerm(asked)
            : !changed.IsMain && _reach.HasRow && Held(phrase) is { } held ? new CellTerm(draft.Row, held)
            : new ConstantTerm(Value.From(1));
    }

    /// <summary>What the tool's own row took: its quantity.</summary>
    private ColumnModel? Held(string phrase) => Nouns.Column(draft.Table, phrase, c => c.Numeric && c.References is null)
        ?? draft.Table.Columns.FirstOrDefault(c => c.Numeric && ColumnRoles.Of(c.Name, NodeKind.Integer, draft.Table.Singular) == ColumnRole.Quantity);

    private Term? Number(string phrase) => Nouns.Parameter(Numbers(), phrase) is { } argument ? new ArgumentTerm(argument)
        : _reach.Find(phrase, c => c.Numeric) is { } cell ? new CellTerm(cell.Row, cell.Column)
        : null;

    private IEnumerable<ToolParameter> Numbers() => draft.Reading.Parameters.Where(p => p.Node.Kind is NodeKind.Integer or NodeKind.Number);
}
