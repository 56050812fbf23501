using AgentScaler.Environments.Programs;
using AgentScaler.Environments.Values;
using AgentScaler.Language;
using AgentScaler.Materialization.SchemaInference;
using static AgentScaler.Materialization.Programs.Ast;

namespace AgentScaler.Materialization.Programs;

/// <summary>Programs that answer questions about the rows of the user's own database.</summary>
internal sealed class QueryPrograms : IQueryAnswerVisitor<Expression>
{
    private const string Day = "day";
    private const int DayLength = 10;
    private const int YearStart = 6;
    private const int YearLength = 4;
    private readonly ProgramScope _scope;
    private readonly QueryEffect _effect;

    private QueryPrograms(ProgramScope scope, QueryEffect effect) => (_scope, _effect) = (scope, effect);

    public static void Write(ProgramScope scope, QueryEffect effect)
    {
        scope.Check();
        var told = effect.Answer.Accept(new QueryPrograms(scope, effect));
        scope.Body.Add(new Return(effect.Answer.Message is { } message ? Beside(message, effect.Found, told, scope.Tool) : told));
    }

    /// <summary>The documented message, what was asked for, and what was found.</summary>
    private static ObjectLiteral Beside(string message, string found, Expression told, ToolModel tool) => Record([
        ("message", Constant(message)),
        .. tool.Parameters.Where(p => p is { Required: true, Container: null, Role: ParameterRole.Field, Node.Scalar: true }
            && p.Name != "message" && p.Name != found)
            .Select(p => (p.Name, ProgramScope.Value(p))),
        (found, told)]);

    /// <summary>The first row that meets the conditions, in the order of the query.</summary>
    public static Expression First(QueryEffect effect) =>
        Op(Operator.At, new Select(effect.Table.Name, "r", ConditionWriter.All(effect.Conditions, Var("r")), Order(effect), null, Constant(1)), Constant(0));

    public Expression Visit(RowAnswer answer)
    {
        if (!_effect.Preconditions.OfType<IsFound>().Any(f => f.Table.Name == _effect.Table.Name))
        {
            _scope.Body.Add(new Let(ProgramScope.Row, First(_effect)));
        }

        var row = Var(ProgramScope.Row);
        return _scope.Tool.Result.Kind == ResultKind.Unknown ? Told(row, answer.Shown, answer.Hidden, answer.Bare)
            : new ResultShaper(_scope) { Members = answer.Members, Values = answer.Shown, Unnamed = answer.Unnamed, Hidden = answer.Hidden }.OfRow(row);
    }

    public Expression Visit(RowsAnswer answer)
    {
        if (answer.Limit is { } limit)
        {
            _scope.Body.Add(new Let("limit", Op(Operator.Floor, ProgramScope.Value(limit))));
        }

        Expression? most = answer.Limit is not null ? Var("limit") : answer.Most is { } bound ? Constant(bound) : null;
        Select Rows(Func<Expression, Expression>? map) => new(_effect.Table.Name, "r", ConditionWriter.All(_effect.Conditions, Var("r")),
            Order(_effect), null, most,
            map?.Invoke(Var("r")));
        if (answer.Named is { } name)
        {
            _scope.Body.Add(new Let("told", Constant(Value.EmptyObject)));
            _scope.Body.Add(new ForEach(ProgramScope.Row, Rows(null), [new Let("told", Op(Operator.Put, Var("told"), Member(Var(ProgramScope.Row), name.Name),
                Named(Var(ProgramScope.Row), answer, name)))]));
            return Var("told");
        }

        return _scope.Tool.Result.Kind == ResultKind.Unknown
            ? Rows(r => Told(r, answer.Shown, answer.Hidden, answer.Bare))
            : new ResultShaper(_scope) { Members = answer.Members, Values = answer.Shown, Unnamed = answer.Unnamed, Hidden = answer.Hidden }.OfRows(Rows);
    }

    public Expression Visit(ChosenAnswer answer)
    {
        var (row, field) = (Var(ProgramScope.Row), ProgramScope.Value(answer.Field));
        var chosen = Op(Operator.Put, Constant(Value.EmptyObject), field, Op(Operator.At, row, field));
        return answer.Field is { Required: true, Node.Nullable: false } ? chosen : When(IsNull(field), row, chosen);
    }

    public Expression Visit(FigureAnswer answer)
    {
        if (answer.Day is not { } date)
        {
            var figure = Figure(answer, ConditionWriter.All(_effect.Conditions, Var("r")));
            return Named(answer, figure);
        }

        var day = Op(Operator.Substring, Member(Var("r"), date.Name), Constant(0), Constant(DayLength));
        _scope.Body.Add(new Let("days", Op(Operator.Distinct,
            new Select(_effect.Table.Name, "r", ConditionWriter.All(_effect.Conditions, Var("r")), Map: day))));
        _scope.Body.Add(new Let("figures", Constant(Value.EmptyObject)));
        var ofDay = And([Eq(day, Var(Day)), .. answer.Counted.Select(c => c.Accept(new ConditionWriter(Var("r"))))]);
        _scope.Body.Add(new ForEach(Day, Var("days"), [new Let("figures", Op(Operator.Put, Var("figures"), Var(Day), Figure(answer, ofDay)))]));
        return Var("figures");
    }

    public Expression Visit(FiguresAnswer answer) => new ResultShaper(_scope).OfFigures([.. answer.Members.Select(m =>
        (m.Name, (Expression)new Aggregate(AggregateKind.Count, m.Table.Name, "r", ConditionWriter.All(m.Conditions, Var("r")))))]);

    /// <summary>What stands under a row's name in a map: its other columns, or the one other.</summary>
    private Expression Named(Variable row, RowsAnswer answer, ColumnModel name)
    {
        var others = _effect.Table.Columns.Where(c => c != name && !answer.Hidden.Contains(c)).ToList();
        return others is [var only] && DumpAdoption.IsPairs(_effect.Table.Form) ? Member(row, only.Name) : Told(row, [], [.. answer.Hidden, name], false);
    }

    private Expression Named(FigureAnswer answer, Expression figure)
    {
        var result = _scope.Tool.Result;
        var place = result.Kind == ResultKind.Entity && result.Path.Count == 0
            ? result.Payload.Properties.FirstOrDefault(p => p.Node.Kind is NodeKind.Integer or NodeKind.Number) : null;
        return result.Kind == ResultKind.Scalar ? figure
            : Record((place?.Name ?? (answer.Kind == AggregateKind.Count ? "count" : answer.Kind.ToString().ToLowerInvariant()), figure));
    }

    private Aggregate Figure(FigureAnswer answer, Expression? where) => new(answer.Kind, _effect.Table.Name, "r", where, answer.Column is not { } column ? null
        : column.Numeric ? Member(Var("r"), column.Name) : Op(Operator.ToNumber, Member(Var("r"), column.Name)));

    /// <summary>What is told of a row where no schema says its form.</summary>
    private Expression Told(Expression row, IReadOnlyList<ColumnModel> shown, IReadOnlyList<ColumnModel> hidden, bool bare) =>
        bare ? Cell(row, shown[0])
        : shown.Count > 0 ? Record([.. shown.Select(c => (c.Name, Cell(row, c)))])
        : WholeRow.Without(_effect.Table, row, hidden);

    private Expression Cell(Expression row, ColumnModel column) => Member(WholeRow.Holding(_effect.Table, column, row), column.Name);

    private static List<OrderKey>? Order(QueryEffect effect) =>
        effect.Order is not { } order ? null : order.Numbered
            ? [new OrderKey(Op(Operator.Length, Member(Var("r"), order.Column.Name)), order.Descending),
                new OrderKey(Member(Var("r"), order.Column.Name), order.Descending)]
            : [new OrderKey(Standing(Member(Var("r"), order.Column.Name), order.MonthFirst), order.Descending)];

    /// <summary>The value by which a row stands: of a day with its month first, the year before it.</summary>
    private static Expression Standing(Expression cell, bool monthFirst) => monthFirst
        ? When(IsNull(cell), Null, Text(Op(Operator.Substring, cell, Constant(YearStart), Constant(YearLength)),
            Op(Operator.Substring, cell, Constant(0), Constant(YearStart))))
        : cell;
}
