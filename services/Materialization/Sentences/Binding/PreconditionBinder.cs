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

    private readonly Reach _reach = new(draft);

    private string Act => Words.Phrase(draft.Reading.Verb);

    private ErrorCode Code => sentence.Status is "409" ? ErrorCode.Conflict : ErrorCode.PreconditionFailed;

    public override IEnumerable<Precondition> Visit(InState meaning)
    {
        // A new row's own state is no condition.
        foreach (var row in _reach.Named(meaning.Thing).Where(r => !(r.IsMain && _reach.Makes) && Nouns.IsRowOf(r.Table, meaning.Thing)))
        {
            if ((OfStatus(row, meaning) ?? OfFlag(row, meaning) ?? OfMark(row, meaning)) is { } found)
            {
                return [found];
            }
        }

        return Record(meaning) is { } own ? [own] : Assigned(meaning);
    }

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
            && _reach.Find(meaning.Have, c => c.Numeric) is null)
        {
            var code = sentence.Status is "422" ? ErrorCode.InvalidArguments : Code;
            return [new Compares(new ArgumentTerm(given), Comparison.AtLeast, least) { Refusal = code }];
        }

        if (!meaning.Demanded || _reach.Find(meaning.Have, c => c.Numeric) is not { } found)
        {
            return [];
        }

        return [new Compares(new CellTerm(found.Row, found.Column), Comparison.AtLeast, Needed(meaning)) { Refusal = Code }];
    }

    public override IEnumerable<Precondition> Visit(AtMost meaning)
    {
        if (!meaning.Demanded || Children(meaning) is not { } children)
        {
            return meaning is { Demanded: true, Count: { } figure } ? Counted(meaning, figure) : [];
        }

        Term? most = meaning.Count is { } count ? new ConstantTerm(Value.From(count))
            : Nouns.Column(children.Of.Table, meaning.Limit, c => c.Numeric) is { } column ? new CellTerm(children.Of, column) : null;
        return most is null ? [] : [new Compares(new CountTerm(children), Comparison.Less, most) { Refusal = Code }];
    }

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
    private ToolParameter? Given(string phrase) =>
        Nouns.Parameter(draft.Reading.Parameters.Where(p => p.Node.Kind is NodeKind.Integer or NodeKind.Number), phrase);

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
        if (!_reach.HasRow || !Nouns.IsRowOf(draft.Table, meaning.Thing))
        {
            return [];
        }

        var users = draft.Tables.All.SelectMany(t => t.Columns.Where(c => c.References?.Table == draft.Table.Name && c != t.Key)
                .Select(c => new ChildRows(t, c, draft.Row)))
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
            : rows;

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

        foreach (var bound in OfText(meaning))
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

    /// <summary>The rows of the kind that the sentence counts, which refer to one of the rows of the call.</summary>
    private ChildRows? Children(AtMost meaning)
    {
        var counted = Nouns.Table(draft.Tables.All, meaning.Items) ?? (_reach.Makes ? draft.Table : null);
        return counted is null ? null : _reach.Named(meaning.Owner)
            .SelectMany(row => counted.Columns.Where(c => c.References?.Table == row.Table.Name).Select(c => new ChildRows(counted, c, row))).FirstOrDefault();
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
        var parameter = Nouns.Parameter(times, phrase) ?? Slot.End(times, phrase);
        return parameter is not null ? After(parameter)
            : _reach.Find(phrase, c => c.Textual && (c.Semantic is "date" or "datetime" || Semantics.IsInstant(c.Words))) is { } cell
            ? new CellTerm(cell.Row, cell.Column)
            : null;
    }
}
