using AgentScaler.Environments.JsonSchemas;
using AgentScaler.Environments.Programs;
using AgentScaler.Environments.Schema;
using AgentScaler.Language;
using AgentScaler.Materialization.Effects;
using static AgentScaler.Materialization.Programs.Ast;

namespace AgentScaler.Materialization.Programs;

/// <summary>Writes the conditions of a query on a row as expressions of the program.</summary>
internal sealed class ConditionWriter(Expression row) : IRowConditionVisitor<Expression>
{
    private const string Met = "met";
    private const string Part = "part";

    /// <summary>All conditions together; null where there is none.</summary>
    public static Expression? All(IReadOnlyList<RowCondition> conditions, Expression row) =>
        conditions.Count == 0 ? null : And([.. conditions.Select(c => c.Accept(new ConditionWriter(row)))]);

    public Expression Visit(SameAs condition)
    {
        var (field, column, parameter) = (Field(condition.Path), condition.Path.Column, condition.Parameter);
        var value = ProgramScope.Value(parameter);
        if (parameter.Node.Kind == NodeKind.Array)
        {
            return Or(Eq(Op(Operator.Count, value), Constant(0)), Op(Operator.Has, value, Text(column, parameter.Node.Items)
                ? Op(Operator.ToText, field) : field));
        }

        var text = column.Textual && parameter.Node.Kind == NodeKind.String;
        return WhereGiven(parameter, condition.AnyCase && text ? Eq(Op(Operator.Lower, field), Op(Operator.Lower, value))
            : Alike(column, parameter, condition.Path) ? Eq(field, value)
            : Eq(Op(Operator.ToText, field), Op(Operator.ToText, value)));
    }

    public Expression Visit(ContainsText condition) => WhereGiven(condition.Parameter,
        Op(Operator.Contains, Op(Operator.Lower, Coalesce(Field(condition.Path), Constant(""))), Op(Operator.Lower, ProgramScope.Value(condition.Parameter))));

    public Expression Visit(AtLeast condition) => WhereGiven(condition.Parameter, Ordered(condition, Operator.Ge, false));

    public Expression Visit(AtMost condition) => WhereGiven(condition.Parameter, Ordered(condition, Operator.Le, true));

    public Expression Visit(OnDay condition) => WhereGiven(condition.Parameter,
        Op(Operator.StartsWith, Field(condition.Path), ProgramScope.Value(condition.Parameter)));

    public Expression Visit(HasItem condition) => WhereGiven(condition.Parameter,
        Op(Operator.Has, Field(condition.Path), ProgramScope.Value(condition.Parameter)));

    public Expression Visit(HasEntry condition)
    {
        Expression same = Eq(Member(Var(Part), condition.Member), ProgramScope.Value(condition.Parameter));
        var some = condition.Some is { } amount ? And([same, Present(Member(Var(Part), amount)), Op(Operator.Ge, Member(Var(Part), amount), Constant(1))])
            : same;
        return WhereGiven(condition.Parameter, Op(Operator.Gt, Op(Operator.Count, new MapItems(Field(condition.Path), Part, some, null, null)), Constant(0)));
    }

    public Expression Visit(Mentions condition)
    {
        var text = Op(Operator.Lower, Ast.Text([.. condition.Columns.SelectMany((c, i) =>
            i == 0 ? [Member(row, c.Name)] : new[] { Constant(" "), (Expression)Member(row, c.Name) })]));
        var value = ProgramScope.Value(condition.Parameter);
        var asked = condition.Parameter.Node.Kind == NodeKind.String ? value : Op(Operator.ToText, value);
        Expression found = condition.Parameter.Node.Kind == NodeKind.Array
            ? Op(Operator.Gt, Op(Operator.Count, new MapItems(value, Part,
                Op(Operator.Contains, text, Op(Operator.Lower, Op(Operator.ToText, Var(Part)))), null, null)),
                Constant(0))
            : condition.EachWord
            ? Eq(Op(Operator.Count, new MapItems(Op(Operator.Split, Op(Operator.Lower, asked), Constant(" ")), Part,
                Not(Op(Operator.Contains, text, Var(Part))), null, null)), Constant(0))
            : Op(Operator.Contains, text, Op(Operator.Lower, asked));
        return WhereGiven(condition.Parameter, found);
    }

    public Expression Visit(IsFixed condition) => condition.Value.IsString && condition.Path.Column.Textual
        ? Eq(Op(Operator.Lower, Field(condition.Path)), Constant(condition.Value.AsString.ToLowerInvariant()))
        : Eq(Field(condition.Path), Constant(condition.Value));

    public Expression Visit(IsCurrent condition) =>
        Eq(Field(condition.Path), Member(Op(Operator.At, new Select(condition.Current.Table, Met, Limit: Constant(1)), Constant(0)), condition.Current.Name));

    public Expression Visit(IsSignedIn condition) => Eq(Field(condition.Path), Member(
        Op(Operator.At, new Select(condition.Token.Table, Met, Eq(Member(Var(Met), condition.Token.Name), ProgramScope.Value(condition.Parameter)),
            Limit: Constant(1)), Constant(0)), condition.Named.Name));

    public Expression Visit(IsAccount condition) => WhereGiven(condition.Parameter, Eq(ProgramScope.Value(condition.Parameter),
        Member(Op(Operator.At, new Select(condition.Account.Table, Met, Limit: Constant(1)), Constant(0)), condition.Account.Name)));

    public Expression Visit(EitherOf condition) => Or([.. condition.Conditions.Select(c => c.Accept(this))]);

    public Expression Visit(AllOf condition) => And([.. condition.Conditions.Select(c => c.Accept(this))]);

    public Expression Visit(NotThat condition) => Not(condition.Condition.Accept(this));

    public Expression Visit(WhereAsked condition)
    {
        var given = ProgramScope.Value(condition.Parameter);
        Expression has = condition.Value.IsNull ? Present(given) : Eq(given, Constant(condition.Value));
        return Or(condition.On ? Not(has) : has, condition.Condition.Accept(this));
    }

    public Expression Visit(Stands condition)
    {
        var field = Field(condition.Path);
        Expression value = condition.Term switch
        {
            ArgumentTerm argument => ProgramScope.Value(argument.Parameter),
            ClockTerm clock => new Now(clock.DateOnly),
            ConstantTerm constant => Constant(constant.Value),
            _ => throw new InvalidOperationException($"{condition.Term.GetType().Name} is compared with no column of a list."),
        };
        Expression stands = condition.Comparison switch
        {
            Comparison.Equal => condition.Term is ConstantTerm { Value.IsNull: true } ? IsNull(field) : Eq(field, value),
            Comparison.NotEqual => condition.Term is ConstantTerm { Value.IsNull: true } ? Present(field) : Op(Operator.Ne, field, value),
            var order => And([Present(field), Op(ComparesKind.Of(order), field, value)]),
        };
        return condition.Term is ArgumentTerm given ? WhereGiven(given.Parameter, stands) : stands;
    }

    private Expression Field(ColumnPath path) => At(row, path);

    /// <summary>The value to which a path leads from a row.</summary>
    public static Expression At(Expression row, ColumnPath path)
    {
        var at = row;
        foreach (var hop in path.Hops)
        {
            var named = Member(at, hop.From.Name);
            at = hop.ByKey ? new Get(hop.To.Table, [named])
                : Op(Operator.At, new Select(hop.To.Table, Met, Eq(Member(Var(Met), hop.To.Name), named), Limit: Constant(1)), Constant(0));
        }

        return path.Members.Aggregate((Expression)Member(at, path.Column.Name), Member);
    }

    private Operation Ordered(ParameterCondition condition, Operator op, bool wholeDay)
    {
        var (field, column, value) = (Field(condition.Path), condition.Path.Column, ProgramScope.Value(condition.Parameter));
        if (condition.Parameter.Node.Kind is NodeKind.Integer or NodeKind.Number)
        {
            return Op(op, column.Numeric ? field : Op(Operator.ToNumber, field), value);
        }

        return column.Numeric ? Op(op, field, Op(Operator.ToNumber, value))
            : Op(op, field, wholeDay ? Ast.Text(value, Constant("~")) : value);
    }

    private static bool Alike(ColumnModel column, ToolParameter parameter, ColumnPath path) => path.Members.Count == 0 && (
        (column.Textual && parameter.Node.Kind == NodeKind.String) || (column.Numeric && parameter.Node.Kind is NodeKind.Integer or NodeKind.Number)
        || (column.Type == ColumnType.Boolean && parameter.Node.Kind == NodeKind.Boolean));

    private static bool Text(ColumnModel column, SchemaNode given) => column.Numeric && given.Kind == NodeKind.String;

    private static Expression WhereGiven(ToolParameter parameter, Expression condition) =>
        parameter is { Required: true, Container: null, Node.Nullable: false } ? condition : Or(IsNull(ProgramScope.Value(parameter)), condition);
}
