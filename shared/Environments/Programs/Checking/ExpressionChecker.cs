using AgentScaler.Environments.Schema;
using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.Programs.Checking;

/// <summary>Finds the static types of expressions, and operands or comparisons that can never be right.</summary>
internal sealed class ExpressionChecker(
    DatabaseSchema schema, IReadOnlyDictionary<string, StaticType> arguments, CheckReport report)
{
    /// <summary>The types found, for the Python emitter.</summary>
    public Dictionary<Expression, StaticType> Types { get; } = new(ReferenceEqualityComparer.Instance);

    private QueryChecker Queries => new(this, report);

    private BindingChecker Bindings => new(this, report);

    private int _definitionDepth;

    public StaticType Check(Expression? expression, Scope scope, string place, int depth = 0)
    {
        if (expression is null)
        {
            report.Add(place, "An expression is missing.");
            return StaticType.Any;
        }

        if (depth > ProgramLimits.ExpressionDepth)
        {
            report.Add(place, $"Expressions stand at most {ProgramLimits.ExpressionDepth} deep in each other; bind a part with let.");
            return StaticType.Any;
        }

        if (!report.Enter(place))
        {
            return StaticType.Any;
        }

        var type = TypeOf(expression, scope, place, depth + 1);
        Types[expression] = Types.TryGetValue(expression, out var before) ? before.Union(type) : type;
        return type;
    }

    /// <summary>Checks the expression of a definition with its parameters in scope.</summary>
    public StaticType CheckDefinition(SharedDefinition definition, Scope scope, string place)
    {
        if (_definitionDepth == ProgramLimits.DefinitionDepth)
        {
            report.Add(place, $"Definitions call each other at most {ProgramLimits.DefinitionDepth} deep.");
            return StaticType.Any;
        }

        _definitionDepth++;
        var type = Check(definition.Be, scope, $"/definitions/{definition.Name}/be");
        _definitionDepth--;
        return type;
    }

    /// <summary>Checks that an expression can have one of the wanted kinds.</summary>
    public StaticType Expect(Expression? expression, Kinds wanted, string what, Scope scope, string place, int depth = 0)
    {
        var type = Check(expression, scope, place, depth);
        if ((type.Kinds & wanted) == 0)
        {
            report.Add(place, $"{what} takes {(wanted & ~Kinds.Null).Words()}, this is {type.Kinds.Words()}.");
        }

        return type;
    }

    public TableSchema? Table(string name, string place)
    {
        var table = name is null ? null : schema.Table(name);
        if (table is null)
        {
            report.Add(place, $"There is no table \"{name}\"; the schema has {Names(schema.Tables.Select(t => t.Name))}.");
        }

        return table;
    }

    public void Key(IReadOnlyList<Expression> key, TableSchema? table, Scope scope, string place, int first, int depth = 0)
    {
        if (table is not null && key.Count > 0 && key.Count != table.PrimaryKey.Count)
        {
            report.Add(place, $"The primary key of {table.Name} is ({string.Join(", ", table.PrimaryKey)}): "
                + $"{table.PrimaryKey.Count} expressions, found {key.Count}.");
        }

        for (var i = 0; i < key.Count; i++)
        {
            var column = table is not null && i < table.PrimaryKey.Count ? table.Column(table.PrimaryKey[i]) : null;
            Expect(key[i], (column?.Type.Kinds() ?? Kinds.Any) | Kinds.Null, $"The key column {column?.Name}", scope, $"{place}/{first + i}", depth);
        }
    }

    private StaticType TypeOf(Expression expression, Scope scope, string place, int depth)
    {
        switch (expression)
        {
            case Literal literal:
                return OfLiteral(literal.Value, place);
            case Argument argument:
                return ArgumentType(argument.Name, place);
            case Given given:
                ArgumentType(given.Name, place);
                return StaticType.Boolean;
            case Variable variable:
                return VariableType(variable.Name, scope, place);
            case Field field:
                return FieldType(Expect(field.Target, Kinds.Object | Kinds.Null, "A field", scope, place + "/1", depth), field.Name, place);
            case ObjectLiteral literal:
                return OfObject(literal, scope, place, depth);
            case ArrayLiteral literal:
                return StaticType.ArrayOf(OfItems(literal.Items, scope, place, depth));
            case Operation operation:
                return OfOperation(operation, scope, place, depth);
            case Conditional conditional:
                Expect(conditional.Condition, Kinds.Boolean | Kinds.Null, "A condition", scope, place + "/1", depth);
                return Check(conditional.Then, scope, place + "/2", depth).Union(Check(conditional.Else, scope, place + "/3", depth));
            case LetIn let:
                return Bindings.Of(let, scope, place, depth);
            case Call call:
                return Bindings.Of(call, scope, place, depth);
            case SearchItems search:
                return Bindings.Of(search, scope, place, depth);
            case GroupItems group:
                return Bindings.Of(group, scope, place, depth);
            case Get get:
                var table = Table(get.Table, place + "/1");
                Key(get.Key, table, scope, place, 2, depth);
                return table is null ? StaticType.Any : StaticType.Row(table).OrNull();
            case Whole whole:
                Table(whole.Table, place + "/1");
                Expect(whole.Row, Kinds.Object | Kinds.Null, "\"whole\"", scope, place + "/2", depth);
                return StaticType.Of(Kinds.Object | Kinds.Null);
            case Select select:
                return Queries.Of(select, scope, place, depth);
            case Aggregate aggregate:
                return Queries.Of(aggregate, scope, place, depth);
            case MapItems map:
                return Queries.Of(map, scope, place, depth);
            case Now:
                return StaticType.String;
            case Derive derive:
                return OfDerive(derive, scope, place, depth);
            default:
                report.Add(place, $"{expression.GetType().Name} is no expression of the language.");
                return StaticType.Any;
        }
    }

    private StaticType OfLiteral(Value value, string place)
    {
        if (!ValueSize.Within(value))
        {
            report.Add(place,
                $"A literal holds at most {ProgramLimits.ValueSize} values, {ProgramLimits.ValueDepth} deep, and texts of {ProgramLimits.TextLength} code points.");
        }

        return StaticType.Of(value.KindOf());
    }

    private StaticType ArgumentType(string name, string place)
    {
        if (_definitionDepth > 0)
        {
            report.Add(place, $"A definition reads no argument of a tool; give \"{name}\" as a parameter.");
            return StaticType.Any;
        }

        if (name is not null && arguments.TryGetValue(name, out var type))
        {
            return type;
        }

        report.Add(place + "/1", $"The tool has no argument \"{name}\"; it has {Names(arguments.Keys)}.");
        return StaticType.Any;
    }

    private StaticType VariableType(string name, Scope scope, string place)
    {
        if (name is not null && scope.TryGet(name, out var type))
        {
            return type;
        }

        if (!scope.Ended)
        {
            report.Add(place + "/1", $"The variable \"{name}\" is not bound on every way that leads here.");
        }

        return StaticType.Any;
    }

    private StaticType FieldType(StaticType target, string name, string place)
    {
        var type = StaticType.Any;
        if (target.Table is { } table)
        {
            if (table.Column(name) is { } column)
            {
                // Dumps may leave columns out, so a column that is not nullable may still be absent from an old row.
                type = StaticType.Of(column.Type.Kinds()).OrNull();
            }
            else
            {
                report.Add(place + "/2", $"The table {table.Name} has no column \"{name}\"; it has {Names(table.Columns.Select(c => c.Name))}.");
            }
        }
        else if (target.Members is { } members)
        {
            if (members.TryGetValue(name, out var member))
            {
                type = member;
            }
            else if (target.Closed)
            {
                report.Add(place + "/2", $"The object has no member \"{name}\"; it has {Names(members.Keys)}.");
            }
        }

        return (target.Kinds & ~Kinds.Object) != 0 ? type.OrNull() : type;
    }

    private StaticType OfObject(ObjectLiteral literal, Scope scope, string place, int depth)
    {
        var members = new Dictionary<string, StaticType>(StringComparer.Ordinal);
        foreach (var (name, value) in literal.Members)
        {
            if (!members.TryAdd(name, Check(value, scope, $"{place}/1/{name}", depth)))
            {
                report.Add($"{place}/1/{name}", $"The object has the member \"{name}\" twice.");
            }
        }

        return new StaticType(Kinds.Object, Members: members, Closed: true);
    }

    private StaticType? OfItems(IReadOnlyList<Expression> items, Scope scope, string place, int depth)
    {
        StaticType? all = null;
        for (var i = 0; i < items.Count; i++)
        {
            var type = Check(items[i], scope, $"{place}/{i + 1}", depth);
            all = all is null ? type : all.Union(type);
        }

        return all;
    }

    private StaticType OfOperation(Operation operation, Scope scope, string place, int depth)
    {
        if (!Enum.IsDefined(operation.Operator))
        {
            report.Add(place, $"There is no operator {operation.Operator}.");
            return StaticType.Any;
        }

        var name = Words<Operator>.Of(operation.Operator);
        var signature = OperatorSignature.Of(operation.Operator);
        var operands = operation.Operands;
        if (operands.Count < signature.Least || operands.Count > signature.Most)
        {
            var wanted = signature.Least == signature.Most ? $"{signature.Least}"
                : signature.Most == ProgramLimits.Nodes ? $"at least {signature.Least}" : $"{signature.Least} to {signature.Most}";
            report.Add(place, $"\"{name}\" takes {wanted} operand{(wanted == "1" ? "" : "s")}, found {operands.Count}.");
        }

        var types = new StaticType[operands.Count];
        for (var i = 0; i < types.Length; i++)
        {
            types[i] = Expect(operands[i], signature.Operand(i), $"\"{name}\"", scope, $"{place}/{i + 1}", depth);
        }

        if (operation.Operator is Operator.Eq or Operator.Ne && operands.Count == 2)
        {
            CheckEnumeration(operands[0], operands[1], scope, place + "/2");
            CheckEnumeration(operands[1], operands[0], scope, place + "/1");
        }

        return OperatorTypes.Result(operation.Operator, signature, types);
    }

    /// <summary>A column with an enumeration never equals a constant outside it: the comparison must be a mistake.</summary>
    private void CheckEnumeration(Expression column, Expression constant, Scope scope, string place)
    {
        if (column is not Field { Target: Variable row } field
            || constant is not Literal { Value: var value }
            || value.IsNull
            || row.Name is null
            || !scope.TryGet(row.Name, out var type)
            || type.Table?.Column(field.Name) is not { Enum: { } allowed }
            || allowed.Contains(value))
        {
            return;
        }

        report.Add(place, $"The column {type.Table.Name}.{field.Name} never holds {value.ToJson()}; it is one of {Names(allowed.Select(a => a.ToJson()))}.");
    }

    private StaticType OfDerive(Derive derive, Scope scope, string place, int depth)
    {
        for (var i = 0; i < derive.Inputs.Count; i++)
        {
            Check(derive.Inputs[i], scope, $"{place}/{i + 2}", depth);
        }

        var type = derive.Type;
        if (type.Enum is { Count: 0 })
        {
            report.Add(place + "/1/enum", "An enumeration has at least one value.");
        }

        if (type.Minimum is { } minimum && type.Maximum is { } maximum && !(minimum <= maximum))
        {
            report.Add(place + "/1/maximum", "The maximum lies below the minimum.");
        }

        if (type.Minimum is { } low && !double.IsFinite(low) || type.Maximum is { } high && !double.IsFinite(high))
        {
            report.Add(place + "/1", "Minimum and maximum are finite numbers.");
        }

        return type.Enum is { Count: > 0 } values
            ? StaticType.Of(values.Aggregate(Kinds.None, (all, v) => all | v.KindOf()))
            : StaticType.Of(type.Type == ColumnType.Any ? Kinds.String : type.Type.Kinds());
    }

    public void VariableName(string name, string place)
    {
        if (!VariableNames.Valid(name))
        {
            report.Add(place, $"\"{name}\" is no name of a variable: a letter or _, then letters, digits and _, at most {ProgramLimits.NameLength}.");
        }
    }

    private static string Names(IEnumerable<string> names)
    {
        const int shown = 30;
        var all = names.ToArray();
        return all.Length == 0 ? "none"
            : string.Join(", ", all.Take(shown)) + (all.Length > shown ? $" and {all.Length - shown} more" : "");
    }
}
