using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.Programs;

/// <summary>Writes the JSON form of statements and expressions.</summary>
internal static class ProgramWriter
{
    /// <summary>The key of the row of a table that has at most one.</summary>
    public static Value SingleKey { get; } = "single";

    public static Value Block(IReadOnlyList<Statement> statements) => Value.From(statements.Select(Statement));

    public static Value Expression(Expression expression) => expression switch
    {
        Literal { Value: { IsArray: false, IsObject: false } scalar } => scalar,
        Literal literal => Form("literal", literal.Value),
        Argument argument => Form("arg", argument.Name),
        Given given => Form("given", given.Name),
        Variable variable => Form("var", variable.Name),
        Field field => Form("field", Expression(field.Target), field.Name),
        ObjectLiteral literal => Form("object", Members(literal.Members)),
        ArrayLiteral literal => Form("array", [.. literal.Items.Select(Expression)]),
        Operation operation => Form(Words<Operator>.Of(operation.Operator), [.. operation.Operands.Select(Expression)]),
        Conditional conditional => Form(
            "if", Expression(conditional.Condition), Expression(conditional.Then), Expression(conditional.Else)),
        LetIn let => Form("let", let.Name, Expression(let.Be), Expression(let.In)),
        Call call => Form("call", [call.Definition.Name, .. call.Operands.Select(Expression)]),
        Get { Key.Count: 0 } get => Form("single", get.Table),
        Get get => Form("get", [get.Table, .. get.Key.Select(Expression)]),
        Whole whole => Form("whole", whole.Table, Expression(whole.Row)),
        Select select => Form("select", select.Table, Options(
            ("as", select.As),
            ("where", Optional(select.Where)),
            ("order", Order(select.Order)),
            ("offset", Optional(select.Offset)),
            ("limit", Optional(select.Limit)),
            ("map", Optional(select.Map)))),
        Aggregate aggregate => Form("aggregate", Words<AggregateKind>.Of(aggregate.Kind), aggregate.Table, Options(
            ("as", aggregate.As),
            ("where", Optional(aggregate.Where)),
            ("of", Optional(aggregate.Of)))),
        MapItems map => Form("map", Expression(map.Source), Options(
            ("as", map.As),
            ("where", Optional(map.Where)),
            ("order", Order(map.Order)),
            ("do", Optional(map.Do)))),
        SearchItems search => Form(Words<SearchKind>.Of(search.Kind), Expression(search.Source), Options(
            ("as", search.As),
            ("where", Optional(search.Where)))),
        GroupItems group => Form("group", Expression(group.Source), Options(("as", group.As), ("by", Optional(group.By)))),
        Now now => Form(now.DateOnly ? "today" : "now"),
        Derive derive => Form("derive", [Derived(derive.Type), .. derive.Inputs.Select(Expression)]),
        _ => throw new ArgumentException($"{expression.GetType().Name} is no expression of the language.", nameof(expression)),
    };

    private static Value Statement(Statement statement) => statement switch
    {
        Let let => Value.Object(("let", let.Name), ("be", Expression(let.Be))),
        If { Else.Count: 0 } choice => Value.Object(("if", Expression(choice.Condition)), ("then", Block(choice.Then))),
        If choice => Value.Object(
            ("if", Expression(choice.Condition)), ("then", Block(choice.Then)), ("else", Block(choice.Else))),
        Guard guard => Value.Object(
            ("guard", Expression(guard.Condition)), ("code", guard.Code.Word()), ("message", Expression(guard.Message))),
        Fail fail => Value.Object(("fail", fail.Code.Word()), ("message", Expression(fail.Message))),
        Insert insert => Options(
            ("insert", insert.Table), ("row", Members(insert.Row)), ("as", insert.As)),
        Update update => Options(
            ("update", update.Table),
            ("key", Key(update.Key)),
            ("set", Members(update.Set)),
            ("as", update.As)),
        Delete delete => Value.Object(("delete", delete.Table), ("key", Key(delete.Key))),
        ForEach each => Value.Object(("for", each.Name), ("in", Expression(each.In)), ("do", Block(each.Do))),
        Return result => Value.Object(("return", Expression(result.Result))),
        _ => throw new ArgumentException($"{statement.GetType().Name} is no statement of the language.", nameof(statement)),
    };

    public static Value Definition(SharedDefinition definition) => Value.Object(
        ("define", definition.Name), ("of", Value.From(definition.Parameters.Select(p => (Value)p))), ("be", Expression(definition.Be)));

    private static Value Key(IReadOnlyList<Expression> key) => key.Count == 0 ? SingleKey : Value.From(key.Select(Expression));

    private static Value Form(string name, params IEnumerable<Value> items) => Value.From([name, .. items]);

    private static Value Optional(Expression? expression) => expression switch
    {
        null => Value.Null,

        // An option with the null literal must not be read back as a missing option.
        Literal { Value.IsNull: true } => Form("literal", Value.Null),
        _ => Expression(expression),
    };

    private static Value Options(params (string Name, Value Value)[] members) =>
        Value.Object([.. members.Where(m => !m.Value.IsNull)]);

    private static Value Members(IReadOnlyList<KeyValuePair<string, Expression>> members) =>
        Value.From(new ObjectValue([.. members.Select(m => m.Key)], [.. members.Select(m => Expression(m.Value))]));

    private static Value Order(IReadOnlyList<OrderKey>? keys) => keys is not { Count: > 0 }
        ? Value.Null
        : Value.From(keys.Select(k => k.Descending
            ? Value.Object(("by", Expression(k.By)), ("descending", true))
            : Value.Object(("by", Expression(k.By)))));

    private static Value Derived(DerivedType type) => Options(
        ("type", Words<Schema.ColumnType>.Of(type.Type)),
        ("semantic", type.Semantic),
        ("enum", type.Enum is null ? Value.Null : Value.From(type.Enum)),
        ("minimum", type.Minimum is { } minimum ? minimum : Value.Null),
        ("maximum", type.Maximum is { } maximum ? maximum : Value.Null));
}
