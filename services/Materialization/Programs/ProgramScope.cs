using AgentScaler.Environments.Programs;
using AgentScaler.Environments.Schema;
using AgentScaler.Language;
using AgentScaler.Materialization.Effects;
using static AgentScaler.Materialization.Programs.Ast;

namespace AgentScaler.Materialization.Programs;

/// <summary>What the programs of one domain are made from, and the expressions that several kinds of program share.</summary>
internal sealed class ProgramScope(ToolModel tool)
{
    public const string Row = "row";

    private const int UsualPage = 20;

    public ToolModel Tool => tool;

    public TableModel Table => tool.Table!;

    /// <summary>The share of its usual size that a result may take.</summary>
    public double Detail { get; init; } = 1;

    /// <summary>The statements that are being written: the program's own, or those of a loop in it.</summary>
    public List<Statement> Body { get; private set; } = [];

    /// <summary>The rows beside the main one that the program has fetched, or writes where they are needed.</summary>
    public FetchedRows Fetched => field ??= new FetchedRows(this);

    /// <summary>Writes statements into a list of their own. Rows that are fetched there are known there alone.</summary>
    public List<Statement> Within(Action write)
    {
        var (outer, inner) = (Body, new List<Statement>());
        Body = inner;
        Fetched.Within(write);
        Body = outer;
        return inner;
    }

    /// <summary>The argument that a parameter stands for. Null if the caller left it out.</summary>
    public static Expression Value(ToolParameter parameter) => parameter.Container is { } container
        ? Member(Arg(container), parameter.Name)
        : Arg(parameter.Name);

    public static Expression IsGiven(ToolParameter parameter) => parameter.Container is { } container
        ? Present(Member(Arg(container), parameter.Name))
        : new Given(parameter.Name);

    /// <summary>The argument in the type of a column.</summary>
    public static Expression Value(ToolParameter parameter, ColumnModel column)
    {
        var value = Value(parameter);
        return (parameter.Node.Kind, column) switch
        {
            (NodeKind.String, { Numeric: true }) => Op(Operator.ToNumber, value),
            (NodeKind.Integer or NodeKind.Number or NodeKind.Boolean, { Textual: true }) => When(IsNull(value), Null, Op(Operator.ToText, value)),
            (NodeKind.Object or NodeKind.Array or NodeKind.Any, { Textual: true }) =>
                When(Eq(Op(Operator.KindOf, value), Constant("string")), value, When(IsNull(value), Null, Op(Operator.ToText, value))),
            (NodeKind.Any, { Type: ColumnType.Object }) => When(Eq(Op(Operator.KindOf, value), Constant("object")), value, Null),
            (NodeKind.Any, { Type: ColumnType.Array }) => When(Eq(Op(Operator.KindOf, value), Constant("array")), value, Null),
            (NodeKind.Any or NodeKind.Boolean or NodeKind.Array, { Numeric: true }) => When(Eq(Op(Operator.KindOf, value), Constant("number")), value, Null),
            ({ } kind, { Type: ColumnType.Boolean }) when kind != NodeKind.Boolean => When(Eq(Op(Operator.KindOf, value), Constant("boolean")), value, Null),
            (NodeKind.String or NodeKind.Integer or NodeKind.Number or NodeKind.Boolean or NodeKind.Object, { Type: ColumnType.Array }) =>
                When(IsNull(value), Null, new ArrayLiteral([value])),
            (NodeKind.Number, { Type: ColumnType.Integer }) => Op(Operator.Round, value),
            (NodeKind.Array, { Type: ColumnType.Object })
                or (NodeKind.Integer or NodeKind.Number or NodeKind.String or NodeKind.Boolean, { Type: ColumnType.Object }) => Null,
            _ => value,
        };
    }

    /// <summary>Whether an argument needs the comparison by text because its type differs from the column's.</summary>
    public static Expression Equals(Expression column, ColumnModel stored, ToolParameter parameter)
    {
        var value = Value(parameter);
        var mixed = (stored.Numeric && parameter.Node.Kind is NodeKind.String or NodeKind.Any)
            || (stored.Textual && parameter.Node.Kind is NodeKind.Integer or NodeKind.Number)
            || (stored.Type == ColumnType.Boolean && parameter.Node.Kind == NodeKind.String);
        return mixed ? Eq(Op(Operator.ToText, column), Op(Operator.ToText, value)) : Eq(column, value);
    }

    /// <summary>Checks the preconditions of the effect, in their order.</summary>
    /// <param name="which">Those to check here; all where none is said.</param>
    public void Check(Func<Precondition, bool>? which = null)
    {
        foreach (var precondition in tool.Effect.Preconditions.Where(p => !p.KeptByDatabase && which?.Invoke(p) != false))
        {
            var code = RefusalCodes.Of(precondition, tool);
            Write(PreconditionKinds.Of(precondition).Check(precondition, this).Select(s => code is not null && s is Guard guard
                ? guard with { Message = Text(Constant($"{code}: "), guard.Message) } : s));
        }
    }

    /// <summary>Does the consequences of the effect, in their order.</summary>
    /// <param name="row">The row that the effect is about.</param>
    /// <param name="which">Those to do here; all where none is said.</param>
    public void Do(Expression row, Func<Consequence, bool>? which = null)
    {
        foreach (var consequence in tool.Effect.Consequences.Where(c => which?.Invoke(c) != false))
        {
            Write(ConsequenceKinds.Of(consequence).Do(consequence, row, this));
        }
    }

    /// <summary>Works out what follows from rows when all changes are made. The row that is shown is looked up again where it may have changed.</summary>
    /// <param name="variable">The variable of the row that the effect is about.</param>
    public void Settle(string variable)
    {
        var refreshed = tool.Effect.Consequences.OfType<Refresh>().ToList();
        foreach (var refresh in refreshed)
        {
            Write(RefreshKind.Settle(refresh, Var(variable)));
        }

        if (tool.Effect is { Deletes: false, Many: false } && refreshed.Exists(r => r.Table == Table))
        {
            Body.Add(new Let(variable, new Get(Table.Name, [Member(Var(variable), Table.Key.Name)])));
        }
    }

    private void Write(IEnumerable<Statement> statements)
    {
        foreach (var statement in statements)
        {
            Body.Add(statement);
        }
    }

    /// <summary>The first matching row, or null.</summary>
    public static Expression First(TableModel table, Func<Expression, Expression>? where) =>
        Op(Operator.At, new Select(table.Name, "r", where?.Invoke(Var("r")), Limit: Constant(1)), Constant(0));

    /// <summary>The condition that a filter puts on a row; one left out puts none.</summary>
    public static Expression Filter(Expression row, ColumnBinding binding)
    {
        var (column, parameter) = binding;
        var field = Member(row, column.Name);
        var value = Value(parameter);
        Expression condition;
        if (parameter.Role is ParameterRole.From or ParameterRole.To)
        {
            condition = Bound(field, column, parameter);
        }
        else if (parameter.Node.Kind == NodeKind.Array)
        {
            condition = Or(Eq(Op(Operator.Count, value), Constant(0)),
                Op(Operator.Has, value, column.Numeric && parameter.Node.Items.Kind == NodeKind.String ? Op(Operator.ToText, field) : field));
        }
        else if (column.Type == ColumnType.Array)
        {
            condition = Op(Operator.Has, field, value);
        }
        else if (parameter.Exact || (parameter.AnyCase && column.Enum is not null))
        {
            condition = parameter.AnyCase && column.Textual && parameter.Node.Kind == NodeKind.String
                ? Eq(Op(Operator.Lower, field), Op(Operator.Lower, value)) : Equals(field, column, parameter);
        }
        else if (column.Type == ColumnType.String
            && column.Enum is null
            && column.References is null
            && column.Semantic is "name" or "title" or "text" or "person_name" or "product" or "company"
            && parameter.Node.Enum is null
            && parameter.Node.Kind == NodeKind.String)
        {
            condition = Op(Operator.Contains, Op(Operator.Lower, Coalesce(field, Constant(""))), Op(Operator.Lower, value));
        }
        else if (column.Type == ColumnType.String && (column.Semantic is "city" or "country" or "category" or "genre" || parameter.AnyCase)
            && parameter.Node.Kind == NodeKind.String)
        {
            condition = Eq(Op(Operator.Lower, field), Op(Operator.Lower, value));
        }
        else
        {
            condition = Equals(field, column, parameter);
        }

        if (Matching.ForAll(column, parameter) is { } all)
        {
            condition = Or(Eq(value, Constant(all)), condition);
        }

        return parameter is { Required: true, Container: null, Node.Nullable: false } ? condition : Or(IsNull(value), condition);
    }

    /// <summary>A page's start: an offset, a page number or a cursor that an earlier page gave. Null if the tool has none.</summary>
    public Expression? Offset()
    {
        var parameters = tool.Parameters;
        if (parameters.FirstOrDefault(p => p.Role == ParameterRole.Offset) is { } offset)
        {
            return Op(Operator.Max, Constant(0), Coalesce(Op(Operator.Floor, Value(offset)), Constant(0)));
        }

        if (parameters.FirstOrDefault(p => p.Role == ParameterRole.Page) is { } page)
        {
            var first = FirstPage(page);
            return Op(Operator.Max, Constant(0),
                Op(Operator.Mul, Op(Operator.Sub, Coalesce(Op(Operator.Floor, Value(page)), Constant(first)), Constant(first)),
                    Limit() ?? Constant(UsualPage)));
        }

        return parameters.FirstOrDefault(p => p.Role == ParameterRole.Cursor && p.Node.Kind is NodeKind.String or NodeKind.Any) is { } cursor
            ? Op(Operator.Max, Constant(0), Coalesce(Op(Operator.Floor, Op(Operator.ToNumber, Value(cursor))), Constant(0)))
            : null;
    }

    /// <summary>The number of the first page: nought where the schema allows it.</summary>
    public static int FirstPage(ToolParameter page) => page.Node.Minimum == 0 || page.Node.Default is { IsNumber: true, AsNumber: 0 } ? 0 : 1;

    public Expression? Limit()
    {
        var paged = tool.Parameters.Any(p => p.Role is ParameterRole.Page);
        var stated = (tool.Effect as ListEffect)?.PageSize;
        return tool.Parameters.FirstOrDefault(p => p.Role == ParameterRole.Limit) is { } limit
            ? Op(Operator.Max, Constant(0), Coalesce(Op(Operator.Floor, Value(limit)), Constant(stated ?? UsualPage)))
            : paged ? Constant(stated ?? UsualPage) : stated is { } size ? Constant(size) : null;
    }

    public static string Thing(TableModel table)
    {
        var phrase = Words.Phrase(table.Singular);
        return phrase.Length == 0 ? "Record" : char.ToUpperInvariant(phrase[0]) + phrase[1..];
    }

    private static Expression Bound(Expression field, ColumnModel column, ToolParameter parameter)
    {
        var value = Value(parameter);
        if (parameter.Role == ParameterRole.From)
        {
            return !parameter.Exclusive ? Op(Operator.Ge, field, value) : Op(Operator.Gt, field, IsInstant(column) ? Text(value, Constant("~")) : value);
        }

        if (parameter.Exclusive)
        {
            return Op(Operator.Lt, field, value);
        }

        // A day as the upper bound takes in all instants of that day.
        return IsInstant(column)
            ? Op(Operator.Le, field, Text(value, Constant("~")))
            : Op(Operator.Le, field, value);
    }

    private static bool IsInstant(ColumnModel column) => column.Textual && column.Type != ColumnType.Date && column.Semantic == "datetime";
}
