using AgentScaler.Environments.JsonSchemas;
using AgentScaler.Environments.States;
using AgentScaler.Environments.Validation;
using AgentScaler.Environments.Values;
using AgentScaler.Language;
using AgentScaler.Language.Values;
using AgentScaler.Materialization.Programs;
using AgentScaler.Materialization.SchemaInference;
using AgentScaler.Materialization.States;

namespace AgentScaler.Materialization.Proofs;

/// <summary>Makes arguments for a tool that its parameter schema accepts and that speak of rows which exist.</summary>
internal sealed class ArgumentForge
{
    private const int MaxTries = 6;
    private readonly DomainPlan _plan;
    private readonly ToolIntent _intent;
    private readonly DatabaseState _state;
    private readonly ArgumentValidator _validator;
    private readonly SchemaNode _root;

    public ArgumentForge(DomainPlan plan, ToolIntent intent, DatabaseState state)
    {
        _plan = plan;
        _intent = intent;
        _state = state;
        _validator = ArgumentValidator.Compile(intent.Reading.Tool.Parameters);
        _root = SchemaDocument.Read(intent.Reading.Tool.Parameters);
    }

    public ArgumentValidator Validator => _validator;

    /// <summary>Why the last arguments were refused.</summary>
    public string? Problem { get; private set; }

    /// <summary>The row that the arguments of a variant speak of; null where the tool speaks of none.</summary>
    public ObjectValue? Subject(int variant)
    {
        if (_intent.Table is not { } table || (_intent.Kind is IntentKind.Transfer && _intent.Key is null))
        {
            return null;
        }

        if (_intent.Kind == IntentKind.Transfer)
        {
            table = _plan.Tables.First(t => t.Key == _intent.Key!.Column);
        }

        var rows = _state.Rows(table.Name).ToList();
        if (_intent.Kind == IntentKind.Transition && (_intent.Changed ?? table.Status) is { } status)
        {
            rows = [.. rows.Where(r => _intent.From.Contains(r[status.Name]))];
        }

        if (_intent.Requires is not null && rows.Exists(_intent.Admits))
        {
            rows = rows.FindAll(_intent.Admits);
        }

        if (_intent.Kind == IntentKind.Unlink && _intent.Changed is { } changed)
        {
            rows = [.. rows.Where(r => !r[changed.Name].IsNull && !(r[changed.Name].IsArray && r[changed.Name].AsArray.Length == 0))];
        }

        if (_intent.Kind == IntentKind.Delete)
        {
            rows = [.. rows.OrderBy(r => Used(table, r) ? 1 : 0)];
        }

        return rows.Count == 0 ? null : rows[variant % rows.Count];
    }

    /// <summary>Valid arguments of a variant, or null where none could be made.</summary>
    /// <param name="subject">The row they speak of.</param>
    /// <param name="full">Whether optional parameters are given.</param>
    public Value? Make(int variant, ObjectValue? subject, bool full)
    {
        for (var attempt = 0; attempt < MaxTries; attempt++)
        {
            var random = new DeterministicRandom(variant, _intent.Name, attempt.ToString(System.Globalization.CultureInfo.InvariantCulture));
            var made = Build(new ValueForge(random), subject, full && attempt < 3, variant);
            if (_validator.Validate(made, out _) is not { } refusal)
            {
                return made;
            }

            Problem = refusal.Message;
        }

        return null;
    }

    /// <summary>The same arguments with one parameter replaced.</summary>
    public static Value With(Value arguments, ToolParameter parameter, Value value)
    {
        if (parameter.Container is not { } container)
        {
            return Value.From(arguments.AsObject.With(parameter.Name, value));
        }

        var body = arguments[container].IsObject ? arguments[container].AsObject : ObjectValue.Empty;
        return Value.From(arguments.AsObject.With(container, Value.From(body.With(parameter.Name, value))));
    }

    public static Value Of(Value arguments, ToolParameter parameter) =>
        parameter.Container is { } container ? arguments[container][parameter.Name] : arguments[parameter.Name];

    private bool Used(TablePlan table, ObjectValue row) => _plan.Tables.Any(t => t.Parent != table
        && t.Columns.Any(c => c.References?.Table == table.Name && !c.Nullable && _state.Rows(t.Name).Any(r => r[c.Name] == row[table.Key.Name])));

    private Value Build(ValueForge forge, ObjectValue? subject, bool full, int variant)
    {
        var names = new List<string>();
        var values = new List<Value>();
        foreach (var property in _root.Properties)
        {
            var members = _intent.Reading.Parameters.Where(p => p.Container == property.Name).ToList();
            if (members.Count > 0)
            {
                var body = Body(members, forge, subject, full, variant);
                if (body.AsObject.Count > 0 || property.Required)
                {
                    names.Add(property.Name);
                    values.Add(body);
                }

                continue;
            }

            var parameter = _intent.Reading.Parameters.FirstOrDefault(p => p.Container is null && p.Name == property.Name);
            if (parameter is null || !Give(parameter, forge, full))
            {
                continue;
            }

            names.Add(property.Name);
            values.Add(For(parameter, forge, subject, variant));
        }

        return names.Count == 0 ? Value.EmptyObject : Value.From(new ObjectValue([.. names], [.. values]));
    }

    private Value Body(List<ToolParameter> members, ValueForge forge, ObjectValue? subject, bool full, int variant)
    {
        var given = members.Where(m => Give(m, forge, full)).ToList();
        return given.Count == 0 ? Value.EmptyObject
            : Value.From(new ObjectValue([.. given.Select(m => m.Name)], [.. given.Select(m => For(m, forge, subject, variant))]));
    }

    private bool Give(ToolParameter parameter, ValueForge forge, bool full)
    {
        if (parameter.Required || parameter == _intent.Key?.Parameter || parameter == _intent.Many || parameter == _intent.OtherKey?.Parameter || parameter == _intent.Amount
            || _intent.Scope.Any(s => s.Parameter == parameter))
        {
            return true;
        }

        return parameter.Role switch
        {
            ParameterRole.Boilerplate or ParameterRole.Cursor or ParameterRole.Offset or ParameterRole.Page => false,
            _ when _intent.Writes => full,
            _ => full && forge.Random.Chance(0.35),
        };
    }

    private Value For(ToolParameter parameter, ValueForge forge, ObjectValue? subject, int variant)
    {
        if (_intent.Key?.Parameter == parameter && _intent.Kind is not IntentKind.Create)
        {
            return subject is null ? forge.Make(parameter.Node, parameter.Name, null) : Typed(parameter.Node, subject[_intent.Key.Column.Name]);
        }

        if (_intent.Kind == IntentKind.Create && _intent.Key?.Parameter == parameter)
        {
            // A new key is one that no row has; where it is the key of another thing, such a thing exists.
            var taken = _state.Rows(_intent.Table!.Name).Select(r => r[_intent.Key.Column.Name]).ToHashSet();
            if (_intent.Key.Column.References is { } owner && _state.Rows(owner.Table) is { Count: > 0 } owners)
            {
                var open = owners.Select(r => r[owner.Column]).Where(v => !taken.Contains(v)).ToList();
                return Typed(parameter.Node, open.Count > 0 ? open[variant % open.Count] : owners[variant % owners.Count][owner.Column]);
            }

            // A text that stands for a number is one; a number drawn too often counts on.
            var spelled = _intent.Key.Column.Numeric && parameter.Node is { Kind: NodeKind.String, Enum: null, Pattern: null };
            var fresh = Value.Null;
            for (var i = 0; i <= 12 && (fresh.IsNull || taken.Contains(fresh)); i++)
            {
                fresh = spelled || (parameter.Node is { Kind: NodeKind.Integer, Enum: null } && i > 4)
                    ? Typed(parameter.Node, 50000 + (variant * 13) + i)
                    : forge.Make(parameter.Node, parameter.Name, _intent.Table.Singular);
            }

            return fresh;
        }

        if (_intent.OtherKey?.Parameter == parameter && subject is not null)
        {
            var owner = _plan.Tables.First(t => t.Key == _intent.Key!.Column);
            return Typed(parameter.Node, _state.Rows(owner.Name).Where(r => r[owner.Key.Name] != subject[owner.Key.Name]).Select(r => r[owner.Key.Name]).FirstOrDefault());
        }

        if (_intent.Amount == parameter && subject is not null && _intent.Changed is { } balance)
        {
            return Math.Max(1, Math.Floor(subject[balance.Name].IsNumber ? subject[balance.Name].AsNumber / 2 : 1));
        }

        if (_intent.Kind == IntentKind.Unlink && _intent.Many == parameter && subject is not null && _intent.Changed is { } linked)
        {
            var held = subject[linked.Name];
            return held.IsArray && parameter.Node.Kind != NodeKind.Array ? Typed(parameter.Node, held.AsArray[0]) : Typed(parameter.Node, held);
        }

        if (_intent.Many == parameter && _intent.Changed?.References is { } other && _state.Rows(other.Table) is { Count: > 0 } others)
        {
            var chosen = Typed(parameter.Node.Kind == NodeKind.Array ? parameter.Node.Items : parameter.Node, others[variant % others.Count][other.Column]);
            return parameter.Node.Kind == NodeKind.Array ? Value.From([chosen]) : chosen;
        }

        var binding = _intent.Scope.Concat(_intent.Filters).Concat(_intent.Assignments).FirstOrDefault(b => b.Parameter == parameter);
        if (binding is not null && FromRows(binding, forge, subject, variant) is { } known)
        {
            return Typed(parameter.Node, known);
        }

        if (parameter.Role == ParameterRole.Search && Searched(variant) is { } word)
        {
            return word;
        }

        if (parameter.Role == ParameterRole.Sort && parameter.Node.Enum is null && _intent.Table is { } sorted && ReadPrograms.Choices(sorted, parameter) is { Count: > 0 } choices)
        {
            return choices[variant % choices.Count].Value;
        }

        return binding?.Column.Enum is { Count: > 0 } allowed && _intent.Writes && parameter.Node.Enum is null && parameter.Node.Scalar
            ? forge.Random.Pick(allowed)
            : forge.Make(parameter.Node, parameter.Name, _intent.Table?.Singular);
    }

    private Value? FromRows(ColumnBinding binding, ValueForge forge, ObjectValue? subject, int variant)
    {
        var column = binding.Column;
        if (_intent.Writes && _intent.Assignments.Contains(binding))
        {
            if (column.References is not { } reference)
            {
                return null;
            }

            var rows = _state.Rows(reference.Table);
            return rows.Count == 0 ? default(Value?) : rows[forge.Random.Below(rows.Count)][reference.Column];
        }

        if (subject is null && column.References is { } parent && _state.Rows(parent.Table) is { Count: > 0 } parents)
        {
            return parents[variant % parents.Count][parent.Column];
        }

        var value = subject is null ? Value.Null : subject[column.Name];
        return value.IsNull || (value.IsArray && value.AsArray.Length == 0) ? default(Value?)
            : value.IsArray && binding.Parameter.Node.Kind != NodeKind.Array ? value.AsArray[0]
            : binding.Parameter.Node.Kind == NodeKind.Array && !value.IsArray ? Value.From([Typed(binding.Parameter.Node.Items, value)]) : value;
    }

    private Value? Searched(int variant)
    {
        if (_intent.Table is not { } table || _state.Rows(table.Name) is not { Count: > 0 } rows)
        {
            return null;
        }

        var text = ReadPrograms.Searched(table).Select(c => rows[variant % rows.Count][c.Name]).FirstOrDefault(v => v.IsString && v.AsString.Length > 2);
        return text.IsNull ? default(Value?) : text.AsString.Split(' ')[0];
    }

    /// <summary>The value in the kind that the parameter asks for.</summary>
    private static Value Typed(SchemaNode node, Value value) => (node.Kind, value.Kind) switch
    {
        (NodeKind.String, ValueKind.Number or ValueKind.Boolean) => value.ToJson(),
        (NodeKind.Integer or NodeKind.Number, ValueKind.String) when double.TryParse(value.AsString, System.Globalization.CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) => number,
        _ => value,
    };
}
