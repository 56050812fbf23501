using AgentScaler.Environments.Programs.Checking;
using AgentScaler.Environments.Programs.Compilation;
using AgentScaler.Environments.Schema;
using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.Programs.Python;

/// <summary>Writes expressions as Python. Static types allow plain comparisons where these mean the same.</summary>
internal sealed class PythonExpressions(
    DatabaseSchema schema, Dictionary<Expression, StaticType> types, PythonNames names, PythonDefinitions definitions)
{
    /// <summary>Operators whose Python name would hide a builtin or keyword.</summary>
    private static readonly HashSet<Operator> Underscored =
        [Operator.Min, Operator.Max, Operator.Abs, Operator.Round, Operator.Pow, Operator.Range, Operator.Slice, Operator.Zip];

    public Code Write(Expression expression) => expression switch
    {
        Literal literal => Code.Text(PythonText.Literal(literal.Value)),
        Argument argument => Code.Text(names.Parameter(argument.Name)),
        Given given => Code.Text(names.Given(given.Name)),
        Variable variable => Code.Text(names.Variable(variable.Name)),
        Field field => WriteField(field),
        ObjectLiteral literal => Code.Bracket("{", literal.Members.Select(m => Named(PythonText.Quoted(m.Key) + ": ", Write(m.Value))), "}"),
        ArrayLiteral literal => Code.Bracket("[", literal.Items.Select(Write), "]"),
        Operation operation => WriteOperation(operation),
        Conditional conditional => Code.Join(Code.Text("("), Write(conditional.Then), Code.Text(" if "), Condition(conditional.Condition),
            Code.Text(" else "), Write(conditional.Else), Code.Text(")")),
        LetIn let => Code.Join(Code.Text($"(lambda {names.Variable(let.Name)}: "), Write(let.In), Code.Text(")("), Held(let.Be), Code.Text(")")),
        Call call => Call("self." + definitions.Method(call.Definition), call.Operands.Select(Held)),
        SearchItems search => WriteSearch(search),
        GroupItems group => Call("group",
        [
            Write(group.Source), Weight(ExpressionNodes.Weight(group.By, null, null)), Named($"by=lambda {names.Variable(group.As)}: ", Write(group.By)),
        ]),
        Get { Key.Count: 0 } single => Call("self._db.single", [Code.Text(PythonText.Quoted(single.Table))]),
        Get get => Call("self._db.get", [Code.Text(PythonText.Quoted(get.Table)), .. get.Key.Select(Write)]),
        Whole whole => Call("self._db.whole", [Code.Text(PythonText.Quoted(whole.Table)), Write(whole.Row)]),
        Select select => WriteSelect(select),
        Aggregate aggregate => WriteAggregate(aggregate),
        MapItems map => WriteMap(map),
        Now now => Code.Text(now.DateOnly ? "self._db.today()" : "self._db.now()"),
        Derive derive => WriteDerive(derive),
        _ => throw new ArgumentException($"{expression.GetType().Name} is no expression of the language.", nameof(expression)),
    };

    /// <summary>Writes an expression as a condition; null counts as false.</summary>
    public Code Condition(Expression expression) => Kinds(expression) == Values.Kinds.Boolean ? Write(expression) : Call("truth", [Write(expression)]);

    /// <summary>Writes a condition directly after if, without brackets around it.</summary>
    public Code Decision(Expression expression) => Bare(expression) ?? Condition(expression);

    /// <summary>Writes the negation of a condition, without brackets around it.</summary>
    public Code Negation(Expression expression) => expression switch
    {
        Operation { Operator: Operator.Not } not => Decision(not.Operands[0]),
        Operation { Operator: Operator.IsNull } test => Code.Join(Write(test.Operands[0]), Code.Text(" is not None")),
        Operation { Operator: Operator.Eq or Operator.Ne } equality => Equality(equality, equality.Operator == Operator.Ne),
        _ => Code.Join(Code.Text("not "), Condition(expression)),
    };

    /// <summary>Writes an expression whose value is stored.</summary>
    public Code Bounded(Expression expression) => Bounded("bounded", expression);

    /// <summary>Writes an expression whose value is bound to a name.</summary>
    public Code Held(Expression expression) => Bounded("held", expression);

    private Code Bounded(string function, Expression expression) =>
        GrowthAnalysis.MayGrow(expression) && (Kinds(expression) & (Values.Kinds.Array | Values.Kinds.Object)) != 0
            ? Call(function, [Write(expression)])
            : Write(expression);

    /// <summary>Writes an expression as the text of a message.</summary>
    public Code Text(Expression expression) => Kinds(expression) == Values.Kinds.String ? Write(expression) : Call("text", [Write(expression)]);

    private Kinds Kinds(Expression expression) => types.TryGetValue(expression, out var type) ? type.Kinds : Values.Kinds.Any;

    private static Code Call(string function, IEnumerable<Code> arguments) => Code.Bracket(function + "(", arguments, ")");

    private static Code Named(string name, Code value) => Code.Join(Code.Text(name), value);

    private Code WriteField(Field field) => Kinds(field.Target) == Values.Kinds.Object
        ? Code.Join(Write(field.Target), Code.Text($".get({PythonText.Quoted(field.Name)})"))
        : Call("field", [Write(field.Target), Code.Text(PythonText.Quoted(field.Name))]);

    private Code WriteOperation(Operation operation)
    {
        var operands = operation.Operands;
        switch (operation.Operator)
        {
            case Operator.And or Operator.Or:
                return operands.Count == 1
                    ? Condition(operands[0])
                    : Code.Infix(Words<Operator>.Of(operation.Operator), operands.Select(Condition));
            case Operator.Not or Operator.IsNull or Operator.Eq or Operator.Ne:
                return Code.Join(Code.Text("("), Bare(operation)!, Code.Text(")"));
            case Operator.Coalesce:
                return operands.Skip(1).All(o => o is Literal or Argument or Variable)
                    ? Call("coalesce", operands.Select(Write))
                    : Call("coalesce_lazy", operands.Select(o => Named("lambda: ", Write(o))));
            default:
                var name = Words<Operator>.Of(operation.Operator) + (Underscored.Contains(operation.Operator) ? "_" : "");
                return Call(name, operands.Select(Write));
        }
    }

    /// <summary>Writes an operation with Python's own operators; null if there is none for it.</summary>
    private Code? Bare(Expression expression) => expression switch
    {
        Operation { Operator: Operator.Not } not => Negation(not.Operands[0]),
        Operation { Operator: Operator.IsNull } test => Code.Join(Write(test.Operands[0]), Code.Text(" is None")),
        Operation { Operator: Operator.Eq or Operator.Ne } equality => Equality(equality, equality.Operator == Operator.Eq),
        _ => null,
    };

    private Code Equality(Operation operation, bool equal)
    {
        var (left, right) = (operation.Operands[0], operation.Operands[1]);
        if (right is Literal { Value.IsNull: true })
        {
            return Code.Join(Write(left), Code.Text(equal ? " is None" : " is not None"));
        }

        // Python's own equality agrees with the language's if booleans cannot meet numbers and both sides are scalars.
        const Values.Kinds plain = Values.Kinds.String | Values.Kinds.Number | Values.Kinds.Null;
        var text = right is Literal { Value.IsString: true } || left is Literal { Value.IsString: true };
        return text || ((Kinds(left) | Kinds(right)) & ~plain) == 0
            ? Code.Join(Write(left), Code.Text(equal ? " == " : " != "), Write(right))
            : Code.Join(Code.Text(equal ? "" : "not "), Call("eq", [Write(left), Write(right)]));
    }

    private Code WriteSelect(Select select)
    {
        var arguments = new List<Code>
        {
            Code.Text(PythonText.Quoted(select.Table)),
            Weight(ExpressionNodes.Weight(select.Where, select.Order, select.Map)),
        };
        if (select.Offset is not null)
        {
            arguments.Add(Named("offset=", Write(select.Offset)));
        }

        if (select.Limit is not null)
        {
            arguments.Add(Named("limit=", Write(select.Limit)));
        }

        AddFilter(arguments, select.Table, select.As, select.Where);
        AddOrder(arguments, select.As, select.Order);
        return Shaped(Call("self._db.select", arguments), select.As, select.Map);
    }

    private Code WriteAggregate(Aggregate aggregate)
    {
        var arguments = new List<Code>
        {
            Code.Text(PythonText.Quoted(Words<AggregateKind>.Of(aggregate.Kind))),
            Code.Text(PythonText.Quoted(aggregate.Table)),
            Weight(ExpressionNodes.Weight(aggregate.Where, null, aggregate.Of)),
        };
        AddFilter(arguments, aggregate.Table, aggregate.As, aggregate.Where);
        if (aggregate.Of is not null)
        {
            arguments.Add(Named($"of=lambda {names.Variable(aggregate.As)}: ", Write(aggregate.Of)));
        }

        return Call("self._db.aggregate", arguments);
    }

    private Code WriteMap(MapItems map)
    {
        var arguments = new List<Code> { Write(map.Source), Weight(ExpressionNodes.Weight(map.Where, map.Order, map.Do)) };
        if (map.Where is not null)
        {
            arguments.Add(Named($"where=lambda {names.Variable(map.As)}: ", Condition(map.Where)));
        }

        AddOrder(arguments, map.As, map.Order);
        return Shaped(Call("each", arguments), map.As, map.Do);
    }

    private Code WriteSearch(SearchItems search) => Call(Words<SearchKind>.Of(search.Kind) + (search.Kind == SearchKind.Find ? "" : "_"),
    [
        Write(search.Source), Weight(ExpressionNodes.Weight(search.Where, null, null)),
        Named($"where=lambda {names.Variable(search.As)}: ", Condition(search.Where)),
    ]);

    private Code WriteDerive(Derive derive)
    {
        var type = derive.Type;
        var arguments = new List<Code> { Code.Text(PythonText.Quoted(Words<ColumnType>.Of(type.Type))) };
        arguments.AddRange(derive.Inputs.Select(Write));
        void Add(string name, Value? value)
        {
            if (value is { IsNull: false } given)
            {
                arguments.Add(Code.Text($"{name}={PythonText.Literal(given)}"));
            }
        }

        Add("semantic", type.Semantic);
        Add("enum", type.Enum is null ? null : Value.From(type.Enum));
        Add("minimum", type.Minimum);
        Add("maximum", type.Maximum);
        return Call("derive", arguments);
    }

    private void AddFilter(List<Code> arguments, string table, string row, Expression? where)
    {
        var lookups = EqualityLookup.Find(where, row, schema.Table(table)!);
        if (lookups.Count > 0)
        {
            var pairs = lookups.Select(l => Code.Join(Code.Text($"({PythonText.Quoted(l.Column.Name)}, "), Write(l.Value), Code.Text(")")));
            arguments.Add(lookups[0].Optional ? Code.Bracket("given=[", pairs, "]") : Named("lookup=", pairs.First()));
        }

        if (EqualityLookup.Rest(lookups, where) is { } rest)
        {
            arguments.Add(Named($"where=lambda {names.Variable(row)}: ", Condition(rest)));
        }
    }

    private void AddOrder(List<Code> arguments, string item, IReadOnlyList<OrderKey>? order)
    {
        if (order is { Count: > 0 })
        {
            arguments.Add(Code.Bracket("order=[", order.Select(k => Code.Join(
                Code.Text($"(lambda {names.Variable(item)}: "), Write(k.By), Code.Text(k.Descending ? ", True)" : ", False)"))), "]"));
        }
    }

    private Code Shaped(Code items, string item, Expression? shape) => shape is null
        ? items
        : Code.Join(Code.Text("["), Write(shape), Code.Text($" for {names.Variable(item)} in "), items, Code.Text("]"));

    /// <summary>The steps that each row or item costs.</summary>
    public static Code Weight(int weight) => Code.Text(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"weight={weight}"));
}
