using AgentScaler.Environments.JsonSchemas;
using AgentScaler.Environments.Programs;
using AgentScaler.Environments.States.Dumps;
using AgentScaler.Environments.Values;
using AgentScaler.Language;
using AgentScaler.Materialization.SchemaInference;
using AgentScaler.Materialization.SchemaInference.Queries;
using static AgentScaler.Materialization.Programs.Ast;

namespace AgentScaler.Materialization.Programs;

/// <summary>Builds the expression of a tool's result from its return schema: the row's values where a column matches, derived ones for the rest.</summary>
internal sealed class ResultShaper
{
    private const int MaxProperties = 90;
    private readonly ProgramScope _scope;
    private readonly Fallbacks _fallbacks;
    private readonly ValueShaper _values;

    public ResultShaper(ProgramScope scope)
    {
        _scope = scope;
        var inputs = scope.Tool.Parameters
            .Where(p => p.Role is not ParameterRole.Boilerplate && p.Container is null)
            .Select(p => (Expression)Arg(p.Name))
            .Concat(scope.Tool.Parameters.Where(p => p.Container is not null).Select(p => p.Container!).Distinct().Select(Arg))
            .Take(24)
            .ToList();
        _fallbacks = new Fallbacks(scope.Tool.Name, inputs, scope.Detail);
        _values = new ValueShaper(_fallbacks, scope.Detail);
    }

    public ResultFacts Facts { get; init; } = new();

    /// <summary>Members that tell a column under another name or in another place.</summary>
    public IReadOnlyList<AnswerMember> Members { get; init; } = [];

    /// <summary>The columns that the tool's name asks for: where the result is a plain value, it is theirs.</summary>
    public IReadOnlyList<ColumnModel> Values { get; init; } = [];

    /// <summary>Columns that the declared result does not name and that are told beside those that it names.</summary>
    public IReadOnlyList<ColumnModel> Unnamed { get; init; } = [];

    /// <summary>Columns that are left out where a whole row is told.</summary>
    public IReadOnlyList<ColumnModel> Hidden { get; init; } = [];

    public Fallbacks Fallbacks => _fallbacks;

    /// <summary>The result about one row.</summary>
    public Expression OfRow(Expression row)
    {
        var result = _scope.Tool.Result;
        var returns = _scope.Tool.Returns;
        return SpelledText.Of(_scope) ?? result.Kind switch
        {
            ResultKind.Unknown => returns.Kind == NodeKind.Null ? Null : _scope.Tool.Writes ? WithAsked(Written(row)) : Whole(row),
            ResultKind.Scalar => Scalar(returns, row),
            _ => Along(returns, 0, node => node.Kind == NodeKind.Array ? Rows(node, row) : Shape(node, row, "")),
        };
    }

    /// <summary>A row of a user's own table that was written, beside what was asked for and the row does not show.</summary>
    private Expression WithAsked(Expression row)
    {
        var asked = !WholeRow.IsAdopted(_scope.Table) ? []
            : _scope.Tool.Parameters.Where(p => p is { Role: ParameterRole.Field, Required: true, Container: null, Node.Scalar: true }
                && p != _scope.Tool.Key?.Parameter && _scope.Table.Column(p.Name) is null && !IsSecret(p.Words)).ToList();
        return asked.Count == 0 ? row : Op(Operator.Merge, Record([.. asked.Select(p => (p.Name, ProgramScope.Value(p)))]), row);
    }

    private static bool IsSecret(IReadOnlyList<string> words) => words[^1] is "password" or "token" or "secret" or "pin";

    /// <summary>The row alone in an array; of a list of plain values, the whole list as it is now.</summary>
    private Expression Rows(SchemaNode node, Expression row) => _scope.Table.Form is ValuesForm
        ? new Select(_scope.Table.Name, "r", Map: Member(Var("r"), _scope.Table.Key.Name))
        : new ArrayLiteral([Item(node.Items, row)]);

    /// <summary>The result about many rows; <paramref name="rows"/> makes them with each row shaped as the function says.</summary>
    public Expression OfRows(Func<Func<Expression, Expression>?, Expression> rows)
    {
        var result = _scope.Tool.Result;
        var returns = _scope.Tool.Returns;
        switch (result.Kind)
        {
            case ResultKind.Collection:
                return Along(returns, 0, node => rows(row => Item(node.Items, row)));
            case ResultKind.Unknown when returns.Kind == NodeKind.Object || result.Path.Count > 0:
                return Along(returns, 0, _ => Record(("items", rows(Told))));
            case ResultKind.Unknown:
                return returns.Kind == NodeKind.Null ? Null : rows(Told);
            case ResultKind.Scalar when returns.Kind is NodeKind.Integer or NodeKind.Number:
                return Facts.Total ?? Op(Operator.Count, rows(null));
            case ResultKind.Scalar:
                return Scalar(returns, Op(Operator.At, rows(null), Constant(0)));
            default:
                return Along(returns, 0, node => Shape(node, Op(Operator.At, rows(null), Constant(0)), ""));
        }
    }

    private Func<Expression, Expression>? Told => WholeRow.IsAdopted(_scope.Table) ? Whole : null;

    /// <summary>A row as a write tells it: of a user's own table without its secrets, as reads tell it.</summary>
    private Expression Written(Expression row) => WholeRow.IsAdopted(_scope.Table)
        ? WholeRow.Without(_scope.Table, row, [.. Hidden, .. _scope.Table.Columns.Where(AnswerFinder.IsSecret).Except(Hidden)]) : Whole(row);

    private Expression Whole(Expression row) => WholeRow.Without(_scope.Table, row, Hidden);

    /// <summary>The row that a call takes away, with the word that it did.</summary>
    public Expression OfDeleted(Expression row) => Op(Operator.Merge, [Record([("success", True), .. Facts.Members]), Whole(row)]);

    /// <summary>The result of a call that leaves no row to show.</summary>
    public Expression OfNothing() => _scope.Tool.Result.Kind switch
    {
        ResultKind.Unknown when _scope.Tool.Returns.Kind is NodeKind.Null => Null,
        ResultKind.Unknown => Record([("success", True), .. Facts.Members]),
        ResultKind.Scalar => Scalar(_scope.Tool.Returns, null),
        _ => Along(_scope.Tool.Returns, 0, node => node.Kind == NodeKind.Array ? Constant(Value.EmptyArray) : Shape(node, null, "")),
    };

    /// <summary>What no database holds: derived from the arguments.</summary>
    public Expression OfArguments() => SpelledText.Of(_scope) ?? OfInputs();

    private Expression OfInputs() => _scope.Tool.Result.Kind == ResultKind.Unknown
        ? _scope.Tool.Returns.Kind switch
        {
            NodeKind.Null => Null,
            _ => Record(("result", new Derive(new DerivedType(Environments.Schema.ColumnType.String, "text"), Inputs()))),
        }
        : _fallbacks.Make(_scope.Tool.Returns, _scope.Tool.Resource, true, 0, (name, node) => Envelope(name, node) ?? Echo(name, node)
            ?? (StatedEchoes.Shown(_scope.Tool.Name, node, _scope.Tool.Parameters) is { } shown ? ProgramScope.Value(shown) : null));

    /// <summary>The result of a computation: its value at a place of the schema, echoes and derived values around it.</summary>
    public Expression OfValue(IReadOnlyList<string> place, Expression value) => place.Count == 0
        ? value
        : _fallbacks.Make(_scope.Tool.Returns, _scope.Tool.Resource, true, 0, (name, node) =>
            name == place[0] ? Nested(place, node, value) : Envelope(name, node) ?? Echo(name, node));

    /// <summary>The result of a count over several tables: its figures by the names of members, echoes and derived values around them.</summary>
    public Expression OfFigures(IReadOnlyList<(string Name, Expression Value)> figures) =>
        Along(_scope.Tool.Returns, 0, payload => _fallbacks.Make(payload, _scope.Tool.Resource, true, 0, (name, node) =>
            figures.Where(f => f.Name == name).Select(f => f.Value).FirstOrDefault() ?? Envelope(name, node) ?? Echo(name, node)));

    private Expression Nested(IReadOnlyList<string> place, SchemaNode node, Expression value) => place.Count == 1
        ? value
        : _fallbacks.Make(node, place[0], true, 1, (name, inner) =>
            name == place[1] ? Nested([.. place.Skip(1)], inner, value) : Envelope(name, inner) ?? Echo(name, inner));

    public IReadOnlyList<Expression> Inputs() =>
        [Constant(_scope.Tool.Name), .. _scope.Tool.Parameters.Where(p => p.Role != ParameterRole.Boilerplate).Select(ProgramScope.Value).Take(24)];

    private Expression Along(SchemaNode node, int step, Func<SchemaNode, Expression> payload)
    {
        var path = _scope.Tool.Result.Path;
        if (step == path.Count)
        {
            return payload(node);
        }

        var always = new List<(string, Expression)>();
        var sometimes = new List<Expression>();
        foreach (var property in node.Properties.Take(MaxProperties))
        {
            if (property.Name == path[step])
            {
                always.Add((property.Name, Along(property.Node, step + 1, payload)));
            }
            else if (Beside(property.Node) is { } facts)
            {
                always.Add((property.Name, facts));
            }
            else if (Optional(property.Name, property.Node, property.Required) is { } made)
            {
                Place(always, sometimes, property.Name, made);
            }
        }

        return Assemble(always, sometimes);
    }

    /// <summary>An object beside the rows that tells of them: <c>"meta": {"total": 41}</c>. Null where it speaks of other things.</summary>
    private Expression? Beside(SchemaNode node)
    {
        if (node.Kind != NodeKind.Object || !node.Properties.Any(p => Envelope(p.Name, p.Node) is not null))
        {
            return null;
        }

        var always = new List<(string, Expression)>();
        var sometimes = new List<Expression>();
        foreach (var property in node.Properties.Take(MaxProperties))
        {
            if (Optional(property.Name, property.Node, property.Required) is { } made)
            {
                Place(always, sometimes, property.Name, made);
            }
        }

        return Assemble(always, sometimes);
    }

    private Expression Item(SchemaNode node, Expression row) => node.Kind switch
    {
        NodeKind.Object => Shape(node, row, ""),
        NodeKind.Any or NodeKind.Null => Whole(row),
        NodeKind.Array => _fallbacks.Make(node, "items", true, 0, null, Member(row, _scope.Table.Key.Name)),
        _ => Scalar(node, row),
    };

    private Expression Shape(SchemaNode node, Expression? row, string name, string place = "")
    {
        if (node.Kind != NodeKind.Object)
        {
            return row is null || node.Kind != NodeKind.Any ? _fallbacks.Make(node, name, true) : row;
        }

        if (node.Properties.Count == 0)
        {
            return row is null ? Record(("success", True)) : Whole(row);
        }

        var always = new List<(string, Expression)>();
        var sometimes = new List<Expression>();
        foreach (var property in node.Properties.Take(MaxProperties).Concat(node.Properties.Skip(MaxProperties).Where(p => p.Required)))
        {
            if (row is not null && Members.FirstOrDefault(m => m.Place == place + property.Name) is { } member)
            {
                Place(always, sometimes, property.Name, Placed(row, member, property));
            }
            else if (row is not null && property.Node.Kind == NodeKind.Object
                && Members.Any(m => m.Place.StartsWith($"{place}{property.Name}.", StringComparison.Ordinal)))
            {
                always.Add((property.Name, Shape(property.Node, row, property.Name, $"{place}{property.Name}.")));
            }
            else if (row is not null && ColumnOf(property) is { } column)
            {
                var (value, absent) = _values.OfColumn(WholeRow.Holding(_scope.Table, column, row), column, property);
                Place(always, sometimes, property.Name, (value, absent));
            }
            else if (row is not null && Nested(property, row) is { } nested)
            {
                always.Add((property.Name, nested));
            }
            else if (Optional(property.Name, property.Node, property.Required) is { } made)
            {
                Place(always, sometimes, property.Name, made);
            }
        }

        if (row is not null && name.Length == 0)
        {
            always.AddRange(Unnamed.Select(c => (c.Name, (Expression)Member(row, c.Name))));
        }

        return Assemble(always, sometimes);
    }

    /// <summary>The value of a member that tells a column, and when it is left out.</summary>
    private (Expression Value, Expression? Absent) Placed(Expression row, AnswerMember member, SchemaProperty property)
    {
        if (member.IsSet)
        {
            return (Present(ConditionWriter.At(row, member.Path)), null);
        }

        if (member.Path.IsOwn)
        {
            return _values.OfColumn(row, member.Path.Column, property);
        }

        var value = ConditionWriter.At(row, member.Path);
        return property.Required && !property.Node.Nullable
            ? (Coalesce(value, _fallbacks.Make(property.Node, property.Name, false)), null)
            : (value, property.Node.Nullable ? null : IsNull(value));
    }

    private ColumnModel? ColumnOf(SchemaProperty property)
    {
        var table = _scope.Table;
        var exact = ColumnMatcher.Exact(table, property.Name);
        if (exact is not null)
        {
            return exact;
        }

        var name = Words.Snake(property.Name);
        if (DumpAdoption.IsPairs(table.Form) && Words.OfMember(property.Name) is [.., "id" or "code" or "number" or "key" or "value"])
        {
            return table.Column("value");
        }

        return name == $"{table.Singular}_id" || (name == "id" && property.Node.Scalar) ? table.Key
            : name == "new_status" || name == "current_status" ? table.Status
            : property.Node.Scalar ? ColumnMatcher.Match(table, property.Name, property.Node) ?? Kept(table, property) : null;
    }

    /// <summary>Whether a member that leaves its members open speaks of a row of a user's own table by its name or description.</summary>
    private bool IsOpen(SchemaProperty property) => WholeRow.IsAdopted(_scope.Table) && property.Node is { Kind: NodeKind.Object, Properties.Count: 0 }
        && Words.Split(property.Name).Concat(Words.Split(property.Node.Description ?? "")).Select(Words.Singular)
            .Contains(_scope.Table.Singular.Split('_')[^1], StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether an object, whatever it is called, has nothing but columns of a user's own table.</summary>
    private bool IsRow(SchemaNode node) => WholeRow.IsAdopted(_scope.Table) && node is { Kind: NodeKind.Object, Properties.Count: > 1 }
        && node.Properties.All(p => p.Node.Scalar && ColumnMatcher.Exact(_scope.Table, p.Name) is { Scalar: true });

    /// <summary>The column of a thing that is kept once, where the member's name differs in writing alone or says that its value is the current one.</summary>
    private ColumnModel? Kept(TableModel table, SchemaProperty property) =>
        DumpAdoption.IsSingle(table.Form) && !SettingNames.IsAcknowledgement(property.Name)
        ? table.Columns.FirstOrDefault(c => SettingNames.Same(c.Name, property.Name)) ?? Given(property)
        : null;

    /// <summary>The column that an argument fills whose name the member ends in: <c>heating_mode</c>, where <c>mode</c> is given.</summary>
    private ColumnModel? Given(SchemaProperty property)
    {
        var words = Words.OfMember(property.Name);
        return _scope.Tool.Assignments.Where(a => a.Parameter.Words.Count < words.Count
            && words.TakeLast(a.Parameter.Words.Count).SequenceEqual(a.Parameter.Words)).ToList() is [var only] ? only.Column : null;
    }

    /// <summary>A member that holds the entity itself, such as <c>{"success": true, "order": {...}}</c>.</summary>
    private Expression? Nested(SchemaProperty property, Expression row)
    {
        var name = Words.ResourceKey(Words.Split(property.Name));
        var table = _scope.Table;
        if (IsOpen(property))
        {
            return WholeRow.Without(table, row, [.. table.Columns.Where(c => IsSecret(c.Words))]);
        }

        if (name != table.Singular
            && name != table.Singular.Split('_')[^1]
            && !IsRow(property.Node)
            && name is not "data" and not "result" and not "item" and not "record" and not "resource")
        {
            return null;
        }

        return property.Node.Kind switch
        {
            NodeKind.Object when property.Node.Properties.Count > 0 => Shape(property.Node, row, property.Name),
            NodeKind.Array when property.Node.Items.Kind == NodeKind.Object => new ArrayLiteral([Shape(property.Node.Items, row, property.Name)]),
            _ => null,
        };
    }

    private (Expression Value, Expression? Absent)? Optional(string name, SchemaNode node, bool required)
    {
        if (Envelope(name, node) is { } envelope)
        {
            return (envelope, null);
        }

        if (Facts.Next is { } next && ResultForms.IsNext(name) && node.Kind is NodeKind.String or NodeKind.Any && node.Pattern is null && node.Format is null)
        {
            return required
                ? (When(Facts.HasMore!, Op(Operator.ToText, next), node.Nullable ? Null : Constant("")), null)
                : (Op(Operator.ToText, next), Not(Facts.HasMore!));
        }

        if (Facts.Next is { } at && node.Kind is NodeKind.Integer or NodeKind.Number && EnvelopeNames.Of(name) is "next_offset" or "next_page"
            or "next_skip" or "next")
        {
            var value = Facts.Page is { } page ? Op(Operator.Add, page, Constant(1)) : at;
            return required ? (When(Facts.HasMore!, value, node.Nullable ? Null : Constant(0)), null) : (value, Not(Facts.HasMore!));
        }

        if (Facts.Sum?.Invoke(name, node) is { } sum)
        {
            return (sum, null);
        }

        if (_scope.Tool.Writes && Deed(name, node) is { } deed)
        {
            return (deed, null);
        }

        if (Echo(name, node) is { } echo)
        {
            return required ? (Coalesce(echo, _fallbacks.Make(node, name, false)), null) : (echo, IsNull(echo));
        }

        return !required ? null : node.Nullable ? (Null, null) : (_fallbacks.Make(node, name, false), null);
    }

    /// <summary>An argument of the same name, where its values fit the schema.</summary>
    private Expression? Echo(string name, SchemaNode node)
    {
        var snake = Words.Snake(Words.OfMember(name));
        var told = _scope.Tool.Parameters.Where(p => p.Role != ParameterRole.Boilerplate).ToList();
        var parameter = told.Find(p => p.Name == name) ?? told.Find(p => Words.Snake(p.Words) == snake)
            ?? StatedEchoes.Of(name, _scope.Tool.Tool.Description, told);
        if (parameter is null || !node.Scalar || !SchemaFit.Within(parameter.Node, node))
        {
            return null;
        }

        var value = ProgramScope.Value(parameter);
        return parameter is { Required: true, Container: null } ? value : Coalesce(value, _fallbacks.Make(node, name, false));
    }

    /// <summary>How the act went, where a member is called the status of it: <c>sent_status</c>, <c>follow_status</c>.</summary>
    private Expression? Deed(string name, SchemaNode node) => Words.OfMember(name) is not [.., _, "status" or "success" or "successful"] ? null
        : node.Kind switch
        {
            NodeKind.Boolean when node.Enum is null => True,
            NodeKind.String when node is { Enum: null, Pattern: null, MaxLength: null, Format: null } => Constant(Facts.Message),
            _ => null,
        };

    private Expression? Envelope(string name, SchemaNode node)
    {
        var made = Facts.Of(name, node);
        return made is null || node.Enum is not null && made is not Literal { Value: var literal } ? null
            : node.Enum is { } allowed && made is Literal { Value: var value } && !allowed.Contains(value) ? null : made;
    }

    private Expression Scalar(SchemaNode node, Expression? row)
    {
        if (row is not null && Values is [var told] && _values.OfColumn(row, told, new SchemaProperty("value", node, true)) is var (value, _))
        {
            return value;
        }

        if (node.Enum is { Count: > 0 } || row is null)
        {
            return node.Kind switch
            {
                NodeKind.Boolean => True,
                NodeKind.String when node.Enum is null && node.Pattern is null && node.MaxLength is null && node.Format is null => Constant(Facts.Message),
                NodeKind.Integer or NodeKind.Number when node.Enum is null && Facts.Total is not null => Facts.Total,
                _ => _fallbacks.Make(node, "result", true),
            };
        }

        var key = _scope.Table.Key;
        return node.Kind switch
        {
            NodeKind.Boolean => True,
            NodeKind.Integer when key.Numeric => Member(row, key.Name),
            NodeKind.String when _scope.Table.Columns.Count <= 4 && _scope.Table.Columns.FirstOrDefault(c => c.Type == Environments.Schema.ColumnType.String
                && c != key
                && SchemaFit.Within(c.Node ?? node, node)) is { } column => Coalesce(Member(row, column.Name), Constant("")),
            NodeKind.Integer or NodeKind.Number when _scope.Table.Columns.FirstOrDefault(c => c.Numeric
                && c != key
                && c.Node is not null
                && SchemaFit.Within(c.Node, node)) is { } number => Coalesce(Member(row, number.Name), _fallbacks.Make(node, number.Name, false)),
            NodeKind.String when _scope.Tool.Writes && node is { Pattern: null, Format: null, MaxLength: null } => Constant(Facts.Message),
            NodeKind.String when key.Textual && node is { Pattern: null, Format: null, MaxLength: null } => Member(row, key.Name),
            _ => _fallbacks.Make(node, "result", true, 0, null, Member(row, key.Name)),
        };
    }

    private static void Place(List<(string, Expression)> always, List<Expression> sometimes, string name, (Expression Value, Expression? Absent) made)
    {
        if (made.Absent is null)
        {
            always.Add((name, made.Value));
        }
        else
        {
            sometimes.Add(When(made.Absent, Constant(Value.EmptyObject), Record((name, made.Value))));
        }
    }

    private static Expression Assemble(List<(string, Expression)> always, List<Expression> sometimes) =>
        sometimes.Count == 0 ? Record(always) : Op(Operator.Merge, [Record(always), .. sometimes]);
}
