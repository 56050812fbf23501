using AgentScaler.Environments.Programs;
using AgentScaler.Environments.Schema;
using AgentScaler.Environments.Values;
using AgentScaler.Language;
using AgentScaler.Materialization.Conventions;
using AgentScaler.Materialization.Effects;

namespace AgentScaler.Materialization.Sentences.Binding;

/// <summary>Makes preconditions of what a sentence demands; nothing where its phrases mean nothing among the tables.</summary>
internal sealed class PreconditionBinder(EffectDraft draft, Sentence sentence) : MeaningVisitor<IEnumerable<Precondition>>([])
{
    /// <summary>Beyond so many characters a limit is about storage.</summary>
    private const double MostCharacters = 4000;

    /// <summary>What is held against a demand that the sentence does not tell, and is not taken from.</summary>
    private static readonly HashSet<string> Ranks = new(StringComparer.Ordinal) { "level", "age", "grade", "rank", "rating", "score", "height", "size", "length" };

    /// <summary>Words for rows that have not ended.</summary>
    private static readonly HashSet<string> Ongoing = new(StringComparer.Ordinal)
    {
        "open", "unfinished", "active", "running", "ongoing", "current", "outstanding", "pending", "upcoming", "future", "unpaid", "live",
    };

    private readonly Reach _reach = new(draft);
    private readonly StandingRule _standing = new(Words.Phrase(draft.Reading.Verb), sentence.Status is "409" ? ErrorCode.Conflict : ErrorCode.PreconditionFailed);

    private string Act => Words.Phrase(draft.Reading.Verb);

    private ErrorCode Code => sentence.Status is "409" ? ErrorCode.Conflict : ErrorCode.PreconditionFailed;

    private ErrorCode OfArgument => sentence.Status is "400" or "422" ? ErrorCode.InvalidArguments : Code;

    public override IEnumerable<Precondition> Visit(InState meaning)
    {
        // A new row's own state is no condition.
        foreach (var row in _reach.Named(meaning.Thing).Where(r => !(r.IsMain && _reach.Makes) && Nouns.IsRowOf(r.Table, meaning.Thing)))
        {
            if ((OfStatus(row, meaning) ?? OfFlag(row, meaning) ?? OfMark(row, meaning) ?? _standing.Of(row, meaning)) is { } found)
            {
                return [found];
            }
        }

        return Record(meaning) is { } own ? [own] : Assigned(meaning).ToList() is { Count: > 0 } assigned ? assigned
            : _standing.Elsewhere(_reach, meaning) is { } other ? [other] : Left(meaning);
    }

    /// <summary>"Seats are still free" is said of a number that is left.</summary>
    private IEnumerable<Precondition> Left(InState meaning) => meaning.States is ["free" or "available" or "left"]
        && _reach.Find($"{meaning.Thing} left", c => c.Numeric && Nouns.IsFree(Words.Phrase(c.Name))) is { } left
            ? [new Compares(new CellTerm(left.Row, left.Column), meaning.Demanded ? Comparison.AtLeast
            : Comparison.Less, new ConstantTerm(Value.From(1))) { Refusal = Code }]
            : [];

    /// <summary>Of a reason that is said twice, the first counts that means something among the tables.</summary>
    public override IEnumerable<Precondition> Visit(SaidTwice meaning) =>
        meaning.First.Accept(this).ToList() is { Count: > 0 } first ? first : meaning.Otherwise.Accept(this);

    public override IEnumerable<Precondition> Visit(Repeats meaning) => meaning.Demanded && Repetition.Of(draft, _reach, meaning) is { } rows
        ? [new Compares(new CountTerm(rows), Comparison.Equal, new ConstantTerm(Value.From(0))) { Refusal = ErrorCode.Conflict }] : [];

    public override IEnumerable<Precondition> Visit(IsSame meaning) => Agreement.Of(draft, _reach, meaning) is var (given, cell)
        ? [new Compares(given, meaning.Demanded ? Comparison.Equal : Comparison.NotEqual, cell) { Refusal = OfArgument }] : [];

    public override IEnumerable<Precondition> Visit(NeededWhen meaning) => Agreement.Needed(draft, meaning) is { } needed ? [needed] : [];

    /// <summary>"The guest is not checked in" is said of the stay that the call is about, where guests have no such state.</summary>
    private Precondition? Record(InState meaning) => _reach.HasRow && !Nouns.IsRowOf(draft.Table, meaning.Thing)
        && _reach.Rows.Any(r => !r.IsMain && Nouns.IsRowOf(r.Table, meaning.Thing)) ? OfStatus(draft.Row, meaning) : null;

    /// <summary>"A carrier must be assigned": the row refers to one.</summary>
    private IEnumerable<Precondition> Assigned(InState meaning)
    {
        var column = _reach.HasRow && meaning.States is ["assigned" or "set" or "chosen" or "selected"]
            ? draft.Table.Columns.FirstOrDefault(c => c.Nullable && c.References is { } reference
                && draft.Tables.Named(reference.Table) is { } table && Nouns.IsRowOf(table, meaning.Thing)) : null;
        return column is null ? [] : [new Compares(new CellTerm(draft.Row, column), meaning.Demanded ? Comparison.NotEqual : Comparison.Equal,
            new ConstantTerm(Value.Null)) { Refusal = Code }];
    }

    public override IEnumerable<Precondition> Visit(OneAtATime meaning) =>
        meaning.Demanded && Slot.Of(draft, _reach, meaning) is { } rows
            ? [new Compares(new CountTerm(rows), Comparison.Equal, new ConstantTerm(Value.From(0))) { Refusal = ErrorCode.Conflict }] : [];

    public override IEnumerable<Precondition> Visit(Enough meaning)
    {
        if (meaning.Demanded && meaning.Need.Length > 0 && Cell(meaning.Need) is { } least && (Given(meaning.Have) ?? Same(least.Column)) is { } given
            && (_reach.Find(meaning.Have, c => c.Numeric) is null || given.Words.SequenceEqual(Words.Split(meaning.Have))))
        {
            var code = sentence.Status is "422" ? ErrorCode.InvalidArguments : Code;
            return [new Compares(new ArgumentTerm(given), Comparison.AtLeast, least) { Refusal = code }];
        }

        if (meaning is { Demanded: true, Need.Length: > 0 } && Given(meaning.Have) is { } one && Given(meaning.Need) is { } other && one != other)
        {
            return [new Compares(new ArgumentTerm(one), Comparison.AtLeast, new ArgumentTerm(other)) { Refusal = OfArgument }];
        }

        if (Counts.Of(draft, _reach, meaning) is { } counted)
        {
            return [counted with { Refusal = Code }];
        }

        if (!meaning.Demanded || _reach.Find(meaning.Have, c => c.Numeric) is not { } found)
        {
            return [];
        }

        return Ranks.Contains(meaning.Have.Split(' ')[^1]) && meaning.Need.Length == 0 ? []
            : [new Compares(new CellTerm(found.Row, found.Column), Comparison.AtLeast, Needed(meaning)) { Refusal = Code }];
    }

    public override IEnumerable<Precondition> Visit(AtMost meaning) => !meaning.Demanded ? []
        : Counts.Of(draft, _reach, meaning) is { } limit ? [limit with { Refusal = Code }]
        : meaning.Count is { } figure ? Counted(meaning, figure) : [];

    /// <summary>A number that the row itself keeps, or that the call gives: renewals, checked bags.</summary>
    private IEnumerable<Precondition> Counted(AtMost meaning, double most)
    {
        var limit = new ConstantTerm(Value.From(most));
        if (Given(meaning.Items) is { } given)
        {
            return given.Node.Maximum <= most ? [] : [new Compares(new ArgumentTerm(given), Comparison.AtMost, limit) { Refusal = Code }];
        }

        return _reach.HasRow && Nouns.Counter(draft.Table, meaning.Items) is { } counter
            ? [new Compares(new CellTerm(draft.Row, counter), Comparison.Less, limit) { Refusal = Code }] : [];
    }

    /// <summary>The number that the call gives and that a phrase names by all of its words.</summary>
    private ToolParameter? Given(string phrase)
    {
        var numbers = draft.Reading.Parameters.Where(p => p.Node.Kind is NodeKind.Integer or NodeKind.Number).ToList();
        return numbers.Find(p => Words.Phrase(p.Name) == phrase) ?? Nouns.Parameter(numbers, phrase);
    }

    private ToolParameter? Same(ColumnModel column) =>
        draft.Reading.Parameters.FirstOrDefault(p => p.Name == column.Name && p.Node.Kind is NodeKind.Integer or NodeKind.Number);

    private CellTerm? Cell(string phrase) => _reach.Find(phrase, c => c.Numeric) is { } found ? new CellTerm(found.Row, found.Column) : null;

    /// <summary>"The new due date must be after the old one": what the call gives, against what stands.</summary>
    private (Term Left, Term Right)? Changed(IsBefore meaning)
    {
        var (left, right) = (Nouns.IsPresent(meaning.Left), Nouns.IsPresent(meaning.Right));
        if (!_reach.HasRow || left == right)
        {
            return null;
        }

        var binding = draft.Assignments.Where(a => a.Column.Numeric || a.Column.Textual).ToList().FindAll(a =>
            Nouns.Parameter([a.Parameter], left ? meaning.Right : meaning.Left) is not null) is [var only] ? only : null;
        return binding is null ? null
            : left ? (new CellTerm(draft.Row, binding.Column), new ArgumentTerm(binding.Parameter))
            : (new ArgumentTerm(binding.Parameter), new CellTerm(draft.Row, binding.Column));
    }

    public override IEnumerable<Precondition> Visit(IsBefore meaning)
    {
        var (left, right) = Changed(meaning) is var (old, given) ? (old, given) : (Time(meaning.Left), Time(meaning.Right));
        if (left is null || right is null || left == right || (left is ClockTerm && right is ClockTerm))
        {
            return [];
        }

        var later = meaning.Hours == 0 ? left : new LaterTerm(left, (int)(meaning.Hours * 60));
        var comparison = meaning.Demanded
            ? meaning.OrEqual ? Comparison.AtMost : Comparison.Less
            : meaning.OrEqual ? Comparison.Greater : Comparison.AtLeast;
        return [new Compares(later, comparison, right) { Refusal = sentence.Status is "400" or "422" ? ErrorCode.InvalidArguments : Code }];
    }

    public override IEnumerable<Precondition> Visit(IsUsed meaning)
    {
        var row = _reach.HasRow && Nouns.IsRowOf(draft.Table, meaning.Thing) ? draft.Row
            : meaning.By.Length == 0 ? null : _reach.Named(meaning.Thing).FirstOrDefault(r => !r.IsMain && Nouns.IsRowOf(r.Table, meaning.Thing));
        if (row is null)
        {
            return [];
        }

        var users = draft.Tables.All.SelectMany(t => t.Columns.Where(c => c.References?.Table == row.Table.Name && c != t.Key)
                .Select(c => new ChildRows(t, c, row)))
            .Where(c => meaning.By.Length == 0 || Nouns.IsRowOf(c.Table, meaning.By)).ToList();
        var comparison = meaning.Demanded ? Comparison.Greater : Comparison.Equal;
        return users.Select(c => new Compares(new CountTerm(Those(c, meaning.By)), comparison, new ConstantTerm(Value.From(0)))
        {
            Refusal = ErrorCode.Conflict,
        });
    }

    /// <summary>"a book with pending orders": only the rows in that state.</summary>
    private static ChildRows Those(ChildRows rows, string by) => Roles.Status(rows.Table) is { } status
        && by.Split(' ').SelectMany(w => Nouns.States(status, w)).Distinct().ToList() is { Count: > 0 } among
            ? rows with { Column = status, Among = among }
            : by.Split(' ').Any(Ongoing.Contains) ? Roles.Open(rows) : rows;

    public override IEnumerable<Precondition> Visit(IsOf meaning)
    {
        // The row that an argument names refers to the row that another argument names.
        if (!meaning.Demanded || _reach.Named(meaning.Thing).FirstOrDefault(r => Nouns.IsRowOf(r.Table, meaning.Thing)) is not { } row
            || Nouns.Table(draft.Tables.All, meaning.Owner) is not { } owner)
        {
            return [];
        }

        var column = row.Table.Columns.FirstOrDefault(c => c.References?.Table == owner.Name);
        var named = draft.Reading.Parameters.FirstOrDefault(p => Named(p, owner) && p.Container is null && EffectDraft.Direct(owner.Key, p));
        return column is null || named is null || draft.Scope.Any(s => s.Parameter == named) ? []
            : [new Compares(new CellTerm(row, column), Comparison.Equal, new ArgumentTerm(named)) { Refusal = Code }];
    }

    public override IEnumerable<Precondition> Visit(IsFit meaning)
    {
        if (meaning is { Demanded: true, Bound: "equal", Least: { } exact })
        {
            if (_reach.HasRow && Nouns.Column(draft.Table, meaning.Argument, c => c.Numeric && c != draft.Table.Key) is { } column)
            {
                yield return new Compares(new CellTerm(draft.Row, column), Comparison.Equal, new ConstantTerm(Value.From(exact))) { Refusal = Code };
            }

            yield break;
        }

        foreach (var bound in OfText(meaning).Concat(Counts.Whole(draft, _reach, meaning) is { } whole ? [whole with { Refusal = OfArgument }] : []))
        {
            yield return bound;
        }

        if (!meaning.Demanded || meaning.Bound != "bounded" || Nouns.Parameter(draft.Reading.Parameters, meaning.Argument) is not { } parameter
            || parameter.Node.Kind is not (NodeKind.Integer or NodeKind.Number))
        {
            yield break;
        }

        if (meaning.Least is { } least && parameter.Node.Minimum is null)
        {
            yield return Bound(parameter, least == 0 ? Comparison.Greater : Comparison.AtLeast, least);
        }

        if (meaning.Most is { } most && parameter.Node.Maximum is null)
        {
            yield return Bound(parameter, Comparison.AtMost, most);
        }
    }

    /// <summary>The length of a text that its description states and its schema does not, and that it must be given at all.</summary>
    private IEnumerable<Precondition> OfText(IsFit meaning)
    {
        if (!meaning.Demanded || meaning.Bound is not ("short" or "long" or "given") || sentence.Parameter is null
            || Nouns.Parameter(draft.Reading.Parameters, meaning.Argument) is not { } parameter)
        {
            yield break;
        }

        if (meaning.Bound == "given")
        {
            if (!parameter.Required && parameter.Node.Default is null && parameter.Role == ParameterRole.Field)
            {
                yield return new AllGiven([parameter]);
            }

            yield break;
        }

        if (parameter.Node is not { Kind: NodeKind.String, Enum: null })
        {
            yield break;
        }

        if (meaning.Most is { } most and < MostCharacters && parameter.Node.MaxLength is null)
        {
            yield return Length(parameter, Comparison.AtMost, most);
        }

        if (meaning.Least is { } least and > 1 and < MostCharacters && parameter is { Node.MinLength: null, Required: true })
        {
            yield return Length(parameter, Comparison.AtLeast, least);
        }
    }

    private static Compares Length(ToolParameter parameter, Comparison comparison, double figure) =>
        new(new LengthTerm(parameter), comparison, new ConstantTerm(Value.From(figure))) { Refusal = ErrorCode.InvalidArguments };

    private static Compares Bound(ToolParameter parameter, Comparison comparison, double figure) =>
        new(new ArgumentTerm(parameter), comparison, new ConstantTerm(Value.From(figure))) { Refusal = ErrorCode.InvalidArguments };

    private static bool Named(ToolParameter parameter, TableModel table) =>
        Words.ResourceKey([.. parameter.Words.Where(w => w is not "id")]) is var name && (name == table.Singular || name == table.Singular.Split('_')[^1]);

    private Precondition? OfStatus(RowAddress row, InState meaning)
    {
        foreach (var column in row.Table.Columns.Where(c => c.Enum is { Count: > 1 } && c.Type == ColumnType.String))
        {
            var named = meaning.States.Select(s => Nouns.States(column, s)).ToList();
            if (named.TrueForAll(v => v.Count > 0))
            {
                List<Value> allowed = [.. column.Enum!.Where(v => named.Exists(n => n.Contains(v)) == meaning.Demanded)];
                return allowed.Count > 0 && allowed.Count < column.Enum!.Count ? new StatusIn(row, column, allowed, Act) : null;
            }
        }

        return null;
    }

    private Precondition? OfFlag(RowAddress row, InState meaning) => meaning.States is [var state] && Nouns.Flag(row.Table, state) is { } flag
        ? flag.Column.Nullable && flag.Value != meaning.Demanded
            ? new Compares(new CellTerm(row, flag.Column), Comparison.NotEqual, new ConstantTerm(Value.True)) { Refusal = Code }
            : new FlagIs(row, flag.Column, flag.Value == meaning.Demanded ? Value.True : Value.False, Act) : null;

    private Precondition? OfMark(RowAddress row, InState meaning) => meaning.States is [var state] && Nouns.Mark(row.Table, state) is { } mark
        ? new Compares(new CellTerm(row, mark), meaning.Demanded ? Comparison.NotEqual : Comparison.Equal, new ConstantTerm(Value.Null)) { Refusal = Code }
        : null;

    /// <summary>What the call asks for: the argument that the sentence names, or the one that says how many; else one.</summary>
    private Term Needed(Enough meaning)
    {
        var parameters = draft.Reading.Parameters;
        if (meaning.Need.Length > 0 && Nouns.Parameter(parameters.Where(p => p.Node.Kind is NodeKind.Integer
            or NodeKind.Number), meaning.Need) is { } named)
        {
            return new ArgumentTerm(named);
        }

        return meaning.Need.Length > 0 && _reach.Find(meaning.Need, c => c.Numeric) is { } cell && Nouns.Asked(parameters, meaning.Need) is null
            ? new CellTerm(cell.Row, cell.Column)
            : Nouns.Asked(parameters, meaning.Have) is { } asked ? new ArgumentTerm(asked) : new ConstantTerm(Value.From(1));
    }

    /// <summary>What a column holds after the call: the argument, or what stands already where none is given.</summary>
    private Term After(ToolParameter parameter) => _reach.HasRow && draft.Sketch.Kind is UpdateKind && !parameter.Required
        && draft.Assignments.FirstOrDefault(a => a.Parameter == parameter) is { } binding
            ? new EitherTerm(new ArgumentTerm(parameter), new CellTerm(draft.Row, binding.Column)) : new ArgumentTerm(parameter);

    private Term? Time(string phrase)
    {
        if (phrase == "now")
        {
            return new ClockTerm(false);
        }

        var times = draft.Reading.Parameters.Where(p => p.Node.Kind == NodeKind.String
            && (Semantics.IsInstant(p.Words) || p.Node.Format is "date" or "date-time")).ToList();
        var parameter = Nouns.Parameter(times, phrase) ?? Slot.End(times, phrase) ?? (phrase is "it" or "day" or "date" or "time" && times is [var only] ? only : null);
        return parameter is not null ? After(parameter)
            : _reach.Find(phrase, c => c.Textual && (c.Semantic is "date" or "datetime" || Semantics.IsInstant(c.Words))) is { } cell
            ? new CellTerm(cell.Row, cell.Column)
            : null;
    }
}
