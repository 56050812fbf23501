using AgentScaler.Environments.Schema;
using AgentScaler.Environments.Values;
using AgentScaler.Language;
using AgentScaler.Materialization.Conventions;
using AgentScaler.Materialization.Effects;
using AgentScaler.Materialization.Sentences.Formulas;

namespace AgentScaler.Materialization.Sentences.Binding;

/// <summary>
/// Makes terms of formulas: phrases become arguments, cells of the row, of the rows that it refers to, and values that the call works out too.
/// </summary>
/// <param name="draft">The tool whose rows and arguments the phrases name.</param>
/// <param name="deep">How many formulas lead to this one; what leads to itself is followed no further.</param>
internal sealed class FormulaBinder(EffectDraft draft, int deep = 0)
{
    private const int Deepest = 3;

    private readonly Reach _reach = new(draft);

    /// <summary>What columns of the row will hold after the call, where that is known.</summary>
    public IReadOnlyDictionary<ColumnModel, Term> Known { get; init; } = new Dictionary<ColumnModel, Term>();

    /// <summary>The change of the column that a phrase names; null where something of it means nothing among the tables.</summary>
    public Assign? Bind(string phrase, Working formula)
    {
        if (!_reach.Makes && !_reach.HasRow)
        {
            return null;
        }

        return Target(phrase) is { } column && Bind(column, formula) is { } value ? new Assign(draft.Row, column, value) : null;
    }

    /// <summary>The value of a column by a formula, in the column's own form, or null.</summary>
    public Term? Bind(ColumnModel column, Working formula)
    {
        var day = IsDay(column);
        if (Of(formula, column, day) is not { } value || value is CellTerm { Address.IsMain: true } own && own.Column == column)
        {
            return null;
        }

        return IsTime(column) ? TermWords.IsTime(value) ? value : null
            : !column.Numeric || TermWords.IsTime(value) ? null
            : column.Type == ColumnType.Integer && IsBroken(value) ? new RoundedTerm(new SumOfTerm(value, new ConstantTerm(0.5)), false)
            : value;
    }

    private ColumnModel? Target(string phrase)
    {
        bool Fits(ColumnModel c) => c != draft.Table.Key && c.References is null && c.Enum is null && (c.Numeric || IsTime(c)) && !IsFilled(c);
        return Nouns.Column(draft.Table, phrase, Fits) ?? Stem(phrase.Split(' ')[^1], Fits) ?? Time(phrase, Fits);
    }

    /// <summary>"due", "expires", "start", "end": the time that is called so.</summary>
    private ColumnModel? Time(string phrase, Func<ColumnModel, bool> fits) =>
        ConsequenceBinder.Time(draft.Table, phrase) is { } time && fits(time) ? time : null;

    private ColumnModel? Stem(string word, Func<ColumnModel, bool> fits) => word.Length < 3 ? null
        : draft.Table.Columns.Where(c => fits(c) && IsTime(c) && c.Words.Any(
            w => w.StartsWith(word[..Math.Min(word.Length, 5)], StringComparison.Ordinal))).ToList()
            is [var only] ? only : null;

    private bool IsFilled(ColumnModel column) => _reach.Makes && draft.Assignments.Concat(draft.Scope).Any(a => a.Column == column);

    private static bool IsTime(ColumnModel column) => column is { Textual: true, Enum: null }
        && (column.Type is ColumnType.Date or ColumnType.Datetime || column.Semantic is "date" or "datetime");

    private static bool IsDay(ColumnModel column) => column.Type == ColumnType.Date || (column.Type == ColumnType.String && column.Semantic == "date");

    /// <summary>Whether a number need not be whole.</summary>
    private static bool IsBroken(Term term) => term switch
    {
        ConstantTerm constant => constant.Value.IsNumber && !constant.Value.IsInteger,
        PairTerm pair => IsBroken(pair.Left) || IsBroken(pair.Right),
        CaseTerm cases => cases.Cases.Any(c => IsBroken(c.Then)) || IsBroken(cases.Otherwise),
        CellTerm cell => cell.Column.Type == ColumnType.Number,
        ArgumentTerm argument => argument.Parameter.Node.Kind == NodeKind.Number,
        _ => false,
    };

    private Term? Of(Working formula, ColumnModel target, bool day) => formula switch
    {
        Amount amount => new ConstantTerm(Value.From((double)amount.Number)),
        Present => new ClockTerm(day),
        Named named => Phrase(named.Words, target, day),
        Whole whole => Of(whole.Number, target, day) is not { } number ? null
            : whole.Direction == 0 ? new RoundedTerm(new SumOfTerm(number, new ConstantTerm(0.5)), false) : new RoundedTerm(number, whole.Direction > 0),
        DaysLate late => Of(late.Since, target, day) is { } since && TermWords.IsTime(since)
            ? Late(new DaysBetweenTerm(since, new ClockTerm(true))) : null,
        Sentences.Formulas.AtLeast bounded => (Of(bounded.Subject, target, day), Of(bounded.Then, target, day), Of(bounded.Otherwise, target, day))
            is ({ } subject, { } then, { } otherwise)
                ? new CaseTerm(subject, [new TermCase(Comparison.AtLeast, Value.From((double)bounded.Bound), then)], otherwise) : null,
        Both both => Pair(both, target, day),
        _ => null,
    };

    /// <summary>Days that have passed; none where the time is still to come.</summary>
    private static CaseTerm Late(DaysBetweenTerm days) => new(days, [new TermCase(Comparison.Greater, 0, days)], new ConstantTerm(0));

    private Term? Pair(Both both, ColumnModel target, bool day)
    {
        if ((Of(both.Left, target, day), Of(both.Right, target, day)) is not ({ } left, { } right))
        {
            return null;
        }

        if (TermWords.IsTime(left))
        {
            return both.Operator == '*' || TermWords.IsTime(right) || !IsWhole(right) || DayOf(left) != day ? null
                : Shifted(left, right, UnitOf(both.Right), both.Operator);
        }

        return TermWords.IsTime(right) ? null : both.Operator switch
        {
            '*' => new ProductTerm(left, right),
            '-' => new DifferenceTerm(left, right),
            _ => new SumOfTerm(left, right),
        };
    }

    private static bool IsWhole(Term count) => count switch
    {
        ConstantTerm constant => constant.Value.IsInteger,
        ArgumentTerm argument => argument.Parameter.Node.Kind == NodeKind.Integer,
        CellTerm cell => cell.Column.Type == ColumnType.Integer,
        _ => false,
    };

    private static bool DayOf(Term time) => time switch
    {
        ClockTerm clock => clock.DateOnly,
        ArgumentTerm argument => argument.Parameter.Node.Format == "date",
        CellTerm cell => IsDay(cell.Column),
        ShiftedTerm shifted => DayOf(shifted.Time),
        EitherTerm either => DayOf(either.First),
        _ => false,
    };

    private static string UnitOf(Working count) => count switch
    {
        Amount amount => amount.Unit,
        Named named => named.Unit,
        _ => "",
    };

    private static ShiftedTerm? Shifted(Term time, Term count, string unit, char sign)
    {
        var by = sign == '+' ? count : count is ConstantTerm { Value: var number } ? new ConstantTerm(-number.AsNumber)
            : new ProductTerm(count, new ConstantTerm(-1));
        var (of, each) = unit switch
        {
            "minutes" => (TimeUnit.Minutes, 1),
            "hours" => (TimeUnit.Minutes, 60),
            "weeks" => (TimeUnit.Days, 7),
            "months" => (TimeUnit.Months, 1),
            "years" => (TimeUnit.Months, 12),
            _ => (TimeUnit.Days, 1),
        };
        return of == TimeUnit.Minutes && DayOf(time) ? null : new ShiftedTerm(time, by, of, each);
    }

    /// <summary>What a phrase names: an argument, a value that the call works out, a cell of a row within reach, the moment of the act.</summary>
    private Term? Phrase(string phrase, ColumnModel target, bool day)
    {
        bool Fits(ColumnModel c) => c.Scalar && c.References is null && c.Enum is null && (c.Numeric || IsTime(c));
        var countable = draft.Reading.Parameters.Where(p => p.Node.Kind is NodeKind.Integer or NodeKind.Number || p.Node.Format is "date" or "date-time");
        if (Nouns.Parameter(countable, phrase) is { Required: true } argument && Strictly(argument.Words, phrase))
        {
            return new ArgumentTerm(argument);
        }

        var own = Nouns.Column(draft.Table, phrase, c => c != draft.Table.Key && Fits(c));
        if (_reach.Makes)
        {
            var other = _reach.Find(phrase, c => Fits(c) && c != target) is { } found ? new CellTerm(found.Row, found.Column) : null;
            var names = other is not null && Language.Words.Split(phrase).Contains(other.Address.Table.Singular.Split('_')[^1]);
            return names ? other : own is not null && own != target && Made(own) is { } made ? made : (Term?)other ?? Act(phrase, day);
        }

        if (own is not null && Known.TryGetValue(own, out var known))
        {
            return known;
        }

        if (own is not null)
        {
            var held = new CellTerm(draft.Row, own);
            return draft.Assignments.FirstOrDefault(a => a.Column == own)?.Parameter is not { } given ? held
                : EffectDraft.IsAlwaysGiven(own, given) ? new ArgumentTerm(given) : new EitherTerm(new ArgumentTerm(given), held);
        }

        return _reach.Find(phrase, Fits) is { } cell ? new CellTerm(cell.Row, cell.Column) : Act(phrase, day);
    }

    /// <summary>Whether a phrase has all words of an argument: "extra days" and not "days" is <c>extra_days</c>.</summary>
    private static bool Strictly(IReadOnlyList<string> words, string phrase) => words.Select(Language.Words.Singular).ToHashSet(StringComparer.Ordinal)
        .SetEquals(Language.Words.Split(phrase).Where(w => w is not ("number" or "of" or "the" or "given" or "requested" or "new")).Select(Language.Words.Singular));

    /// <summary>What a column of the row that the call makes will hold.</summary>
    private Term? Made(ColumnModel column)
    {
        if (draft.Assignments.FirstOrDefault(a => a.Column == column) is { } binding)
        {
            return EffectDraft.IsAlwaysGiven(column, binding.Parameter) ? new ArgumentTerm(binding.Parameter)
                : column.Born is FixedValue { Value: var usual } ? new EitherTerm(new ArgumentTerm(binding.Parameter), new ConstantTerm(usual)) : null;
        }

        foreach (var rule in draft.Sketch.Rules.Where(r => deep < Deepest))
        {
            if (rule is SentenceRule { Meaning: Calculates stated }
                && new FormulaBinder(draft, deep + 1).Bind(stated.Column, stated.Value) is { } computed && computed.Column == column)
            {
                return computed.Value;
            }

            if (rule is SentenceRule { Meaning: Stamps stamps } && ConsequenceBinder.Time(draft.Table, stamps.Column) == column)
            {
                return new ClockTerm(column.Type == ColumnType.Date);
            }
        }

        return draft.Sketch.Rules.Where(r => r is RepeatingNames or Conventions.Totals or CopiedCells).SelectMany(r => r.Consequences(draft)).OfType<Assign>()
                .FirstOrDefault(a => a.Address.IsMain && a.Column == column)?.Value
            ?? (column.Born is ClockValue ? new ClockTerm(column.Type == ColumnType.Date)
                : column.Born is FixedValue { Value: { IsNumber: true } born } ? new ConstantTerm(born) : null);
    }

    /// <summary>"After the deposit", "after it was made", "from the issue": the act itself happens now.</summary>
    private ClockTerm? Act(string phrase, bool day)
    {
        var words = Language.Words.Split(phrase);
        var stem = draft.Reading.Verb.Length > 4 ? draft.Reading.Verb[..4] : draft.Reading.Verb;
        var made = _reach.Makes && words.Any(w => w is "made" or "created" or "creation" or "issued" or "issue" or "opened" or "placed" or "booked" or "registered" or "it");
        return made || (stem.Length > 2 && words.Any(w => w.StartsWith(stem, StringComparison.Ordinal))) || words.Any(w => w is "today" or "now" or "call" or "request")
            ? new ClockTerm(day) : null;
    }
}
