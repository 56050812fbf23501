using AgentScaler.Environments.JsonSchemas;
using AgentScaler.Environments.States;
using AgentScaler.Environments.Validation;
using AgentScaler.Environments.Values;
using AgentScaler.Language;
using AgentScaler.Language.Values;

namespace AgentScaler.Proofs;

/// <summary>Makes arguments for a tool. Its parameter schema accepts them, and they name existing rows.</summary>
public sealed class ArgumentForge
{
    private const int MaxTries = 6;
    private readonly DomainModel _domain;
    private readonly ToolModel _tool;
    private readonly DatabaseState _state;
    private readonly Situation _still;
    private readonly ArgumentRemedies _remedies;
    private readonly ArgumentValidator _validator;
    private readonly SchemaNode _root;
    private readonly IReadOnlyList<RowAddress> _others;
    private readonly IReadOnlySet<ToolParameter> _ruled;

    public ArgumentForge(DomainModel domain, ToolModel tool, DatabaseState state)
    {
        _domain = domain;
        _tool = tool;
        _state = state;
        _still = new Situation(domain, state, Value.EmptyObject);
        _validator = ArgumentValidator.Compile(tool.Tool.Parameters);
        _remedies = new ArgumentRemedies(tool, _still, _validator);
        _root = SchemaDocument.Read(tool.Tool.Parameters);
        _others = [.. tool.Effect.Preconditions.OfType<RowExists>().Select(p => p.Address).Where(a => a.Role != RowAddress.Main && a.Key is not null)];
        _ruled = Terms(tool.Effect).SelectMany(t => t.Parameters).ToHashSet();
    }

    public ArgumentValidator Validator => _validator;

    /// <summary>The reason for which the last arguments were refused. Null if they were not.</summary>
    public string? Problem { get; private set; }

    /// <summary>The array argument of a bulk create, or the item of a link.</summary>
    private ToolParameter? Item => _tool.Effect switch
    {
        CreateManyEffect many => many.Entries,
        ILinking linking => linking.Item,
        _ => null,
    };

    /// <summary>The column that the call itself names.</summary>
    private ColumnChoice? Choice => (_tool.Effect as UpdateEffect)?.Choice;

    /// <summary>Returns the row that the arguments of a variant name. Null if the tool names none.</summary>
    public ObjectValue? Subject(int variant)
    {
        if ((_others.Count > 0 ? _others[0].Table : _tool.Table) is not { } table)
        {
            return null;
        }

        var rows = _state.Rows(table.Name).ToList();
        var admitted = rows.FindAll(r => _tool.Effect.Preconditions.All(p => p.Admits(_still, r)));
        rows = admitted.Count > 0 || _tool.Effect is TransitionEffect ? admitted : rows;
        if (_tool.Effect is UnlinkEffect { Changed: var changed })
        {
            rows = rows.FindAll(r => !r[changed.Name].IsNull && !(r[changed.Name].IsArray && r[changed.Name].AsArray.Length == 0));
        }
        else if (_tool.Effect is DeleteEffect)
        {
            rows = [.. rows.OrderBy(r => Used(table, r) ? 1 : 0)];
        }

        return rows.Count == 0 ? null : rows[variant % rows.Count];
    }

    /// <summary>Returns valid arguments of a variant, or null if none could be made.</summary>
    /// <param name="subject">The row that they name.</param>
    /// <param name="full">Whether optional parameters are given.</param>
    public Value? Make(int variant, ObjectValue? subject, bool full)
    {
        for (var attempt = 0; attempt < MaxTries; attempt++)
        {
            var random = new DeterministicRandom(variant, _tool.Name, attempt.ToString(System.Globalization.CultureInfo.InvariantCulture));
            var made = Build(new ValueForge(random), subject, full && attempt < 3, variant);
            if (_validator.Validate(made, out _) is not { } refusal)
            {
                return _remedies.Heal(made);
            }

            Problem = refusal.Message;
        }

        return null;
    }

    /// <summary>The terms of an effect's rules: calls give the arguments that they turn on.</summary>
    private static IEnumerable<Term> Terms(Effect effect) =>
    [
        .. effect.Preconditions.OfType<Compares>().SelectMany(c => new[] { c.Left, c.Right }),
        .. effect.Consequences.OfType<Adjust>().Select(a => a.Amount),
        .. effect.Consequences.OfType<Assign>().Select(a => a.Value),
    ];

    private bool Used(TableModel table, ObjectValue row) => _domain.Tables.Any(t => t.Parent != table.Name
        && t.Columns.Any(c => c.References?.Table == table.Name && !c.Nullable && _state.Rows(t.Name).Any(r => r[c.Name] == row[table.Key.Name])));

    private Value Build(ValueForge forge, ObjectValue? subject, bool full, int variant)
    {
        var names = new List<string>();
        var values = new List<Value>();
        foreach (var property in _root.Properties)
        {
            var members = _tool.Parameters.Where(p => p.Container == property.Name).ToList();
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

            var parameter = _tool.Parameters.FirstOrDefault(p => p.Container is null && p.Name == property.Name);
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
        if (parameter.Required
            || parameter == _tool.Key?.Parameter
            || parameter == Item
            || parameter == Choice?.Name
            || _tool.Effect.Preconditions.OfType<AllGiven>().Any(p => p.Parameters.Contains(parameter))
            || _others.Any(o => o.Key?.Parameter == parameter)
            || _ruled.Contains(parameter)
            || _tool.Scope.Any(s => s.Parameter == parameter))
        {
            return true;
        }

        return parameter.Role switch
        {
            ParameterRole.Boilerplate or ParameterRole.Cursor or ParameterRole.Offset or ParameterRole.Page => false,
            _ when _tool.Writes => full,
            _ => full && forge.Random.Chance(0.35),
        };
    }

    private Value For(ToolParameter parameter, ValueForge forge, ObjectValue? subject, int variant)
    {
        if (_tool.Key is { } key && key.Parameter == parameter)
        {
            return _tool.Effect is CreateEffect ? NewKey(key, forge, variant)
                : subject is null || subject[key.Column.Name].IsNull ? forge.Make(parameter.Node, parameter.Name, null)
                : ArgumentKinds.Typed(parameter.Node, subject[key.Column.Name]);
        }

        if (Chosen(parameter, variant) is { } chosen)
        {
            return chosen;
        }

        if (Credential(parameter, variant) is { } credential)
        {
            return credential;
        }

        if (Other(parameter, subject) is { } other)
        {
            return other;
        }

        if (Item == parameter && ItemFor(parameter, subject, variant) is { } item)
        {
            return item;
        }

        if (_tool.Effect is LookupEffect { Computation: { } computation } && computation.Sample(parameter, variant, _state) is { } sample)
        {
            return sample;
        }

        var binding = _tool.Scope.Concat(_tool.Filters).Concat(_tool.Assignments).FirstOrDefault(b => b.Parameter == parameter);
        if (binding is not null && FromRows(binding, forge, subject, variant) is { } known && ArgumentKinds.Typed(parameter.Node, known) is var typed
            && !(parameter.Node.Kind is NodeKind.Integer or NodeKind.Number && typed.IsString))
        {
            return typed;
        }

        if (_tool.Searches.FirstOrDefault(s => s.Parameter == parameter) is { } search && Searched(search, variant) is { } word)
        {
            return parameter.Node.Kind == NodeKind.Array ? Value.From([word]) : word;
        }

        if (parameter.Node.Enum is null
            && _tool.Effect is ListEffect { Sorting: { Choices: { Count: > 0 } choices } sorting }
            && sorting.Parameter == parameter)
        {
            return choices[variant % choices.Count].Value;
        }

        return binding?.Column.Enum is { Count: > 0 } allowed && _tool.Writes && parameter.Node.Enum is null && parameter.Node.Scalar
            ? forge.Random.Pick(allowed)
            : forge.Make(parameter.Node, parameter.Name, _tool.Table?.Singular);
    }

    /// <summary>What an account beside the main row holds, where the call names it by its columns.</summary>
    private Value? Credential(ToolParameter parameter, int variant)
    {
        var address = _tool.Effect.Preconditions.OfType<RowExists>().Select(p => p.Address)
            .FirstOrDefault(a => a.Role != RowAddress.Main && a.Filters.Any(f => f.Parameter == parameter));
        return address is not null
            && _state.Rows(address.Table.Name).Where(r => address.Filters.All(f => !r[f.Column.Name].IsNull)).ToList() is { Count: > 0 } rows
            ? ArgumentKinds.Typed(parameter.Node, rows[variant % rows.Count][address.Filters.First(f => f.Parameter == parameter).Column.Name])
            : default(Value?);
    }

    /// <summary>The name of a column that the call may change, or a value that stands in that column.</summary>
    private Value? Chosen(ToolParameter parameter, int variant)
    {
        if (Choice is not { } choice || (parameter != choice.Name && parameter != choice.Value))
        {
            return null;
        }

        var column = choice.Columns[variant % choice.Columns.Count];
        var held = _state.Rows(column.Table).Select(r => r[column.Name]).Where(v => !v.IsNull).Skip(variant / choice.Columns.Count).FirstOrDefault();
        return parameter == choice.Name ? column.Name : held.IsNull ? default(Value?) : ArgumentKinds.Typed(parameter.Node, held);
    }

    /// <summary>A new key is one that no row has; where it is the key of another thing, such a thing exists.</summary>
    private Value NewKey(ColumnBinding key, ValueForge forge, int variant)
    {
        var (column, node) = (key.Column, key.Parameter.Node);
        var taken = _state.Rows(column.Table).Select(r => r[column.Name]).ToHashSet();
        if (column.References is { } owner && _state.Rows(owner.Table) is { Count: > 0 } owners)
        {
            var open = owners.Select(r => r[owner.Column]).Where(v => !taken.Contains(v)).ToList();
            return ArgumentKinds.Typed(node, open.Count > 0 ? open[variant % open.Count] : owners[variant % owners.Count][owner.Column]);
        }

        // A text that stands for a number is one; a number drawn too often counts on.
        var spelled = column.Numeric && node is { Kind: NodeKind.String, Enum: null, Pattern: null };
        var fresh = Value.Null;
        for (var i = 0; i <= 12 && (fresh.IsNull || taken.Contains(fresh)); i++)
        {
            fresh = spelled || (node is { Kind: NodeKind.Integer, Enum: null } && i > 4)
                ? ArgumentKinds.Typed(node, 50000 + (variant * 13) + i)
                : forge.Make(node, key.Parameter.Name, _tool.Table!.Singular);
        }

        return fresh;
    }

    /// <summary>The argument for a row beside the main one, or for an amount that a row must have.</summary>
    private Value? Other(ToolParameter parameter, ObjectValue? subject)
    {
        if (subject is null)
        {
            return null;
        }

        for (var i = 0; i < _others.Count; i++)
        {
            var address = _others[i];
            if (address.Key?.Parameter == parameter)
            {
                var column = address.Key.Column.Name;
                return ArgumentKinds.Typed(parameter.Node, i == 0 ? subject[column]
                    : _state.Rows(address.Table.Name).Select(r => r[column]).FirstOrDefault(v => v != subject[column]));
            }
        }

        return null;
    }

    /// <summary>What is linked or unlinked.</summary>
    private Value? ItemFor(ToolParameter parameter, ObjectValue? subject, int variant)
    {
        if (_tool.Effect is UnlinkEffect unlink && subject is not null)
        {
            var held = subject[unlink.Changed.Name];
            return ArgumentKinds.Typed(parameter.Node, held.IsArray && parameter.Node.Kind != NodeKind.Array ? held.AsArray[0] : held);
        }

        if (_tool.Effect is not ILinking { Changed.References: { } reference } || _state.Rows(reference.Table) is not { Count: > 0 } others)
        {
            return null;
        }

        var node = parameter.Node.Kind == NodeKind.Array ? parameter.Node.Items : parameter.Node;
        var chosen = ArgumentKinds.Typed(node, others[variant % others.Count][reference.Column]);
        return parameter.Node.Kind == NodeKind.Array ? Value.From([chosen]) : chosen;
    }

    private Value? FromRows(ColumnBinding binding, ValueForge forge, ObjectValue? subject, int variant)
    {
        var column = binding.Column;
        if (_tool.Writes && _tool.Assignments.Contains(binding))
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
            : binding.Parameter.Node.Kind == NodeKind.Array && !value.IsArray ? Value.From([ArgumentKinds.Typed(binding.Parameter.Node.Items, value)]) : value;
    }

    private Value? Searched(TextSearch search, int variant)
    {
        if (_tool.Table is not { } table || _state.Rows(table.Name) is not { Count: > 0 } rows)
        {
            return null;
        }

        var text = search.Columns.Select(c => rows[variant % rows.Count][c.Name]).FirstOrDefault(v => v.IsString && v.AsString.Length > 2);
        return text.IsNull ? default(Value?) : text.AsString.Split(' ')[0];
    }
}
