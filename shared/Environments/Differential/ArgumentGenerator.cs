using AgentScaler.Environments.JsonSchemas;
using AgentScaler.Environments.States;
using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.Differential;

/// <summary>
/// Makes arguments for a tool from its parameter schema and the values of a state: valid ones that find rows, ones at the edges of the schema, and
/// hostile ones. The same seed makes the same arguments.
/// </summary>
public sealed class ArgumentGenerator
{
    private const int MaxDepth = 6;
    private readonly SeededChance _chance;
    private readonly StateValues _state;
    private readonly ToolSchema _root;

    public ArgumentGenerator(EnvironmentDefinition definition, DatabaseState state, EnvironmentTool tool, long seed)
        : this(tool, new StateValues(definition.Schema, state), new SeededChance(seed))
    {
    }

    internal ArgumentGenerator(EnvironmentTool tool, StateValues state, SeededChance chance)
    {
        (_state, _chance) = (state, chance);
        _root = tool.ParameterSchema;
    }

    /// <summary>Makes arguments that the schema allows in nearly all cases.</summary>
    public Value Valid() => Make(_root, "", 0, edges: false) is { IsObject: true } made ? made : Value.EmptyObject;

    /// <summary>Makes arguments at the edges of the schema: least and greatest numbers, shortest and longest texts, all or no options.</summary>
    public Value Boundary() => Make(_root, "", 0, edges: true) is { IsObject: true } made ? made : Value.EmptyObject;

    /// <summary>Makes arguments with a wrong or strange member, and occasionally a value that is not an object.</summary>
    public Value Hostile()
    {
        if (_chance.Chance(3))
        {
            return HostileValues.Pick(_chance);
        }

        var arguments = Valid().AsObject;
        for (var changes = 1 + _chance.Below(2); changes > 0; changes--)
        {
            arguments = HostileValues.Change(arguments, _chance);
        }

        return Value.From(arguments);
    }

    private Value Make(ToolSchema? written, string name, int depth, bool edges)
    {
        if (depth > MaxDepth || written?.Resolved is not { IsObject: true } schema)
        {
            return Anything();
        }

        if (schema.Enum is { Count: > 0 } allowed)
        {
            return allowed[_chance.Below(allowed.Count)];
        }

        if (schema.Const is { } constant)
        {
            return constant;
        }

        foreach (var forms in (ReadOnlySpan<IReadOnlyList<ToolSchema>>)[schema.AnyOf, schema.OneOf])
        {
            if (forms.Count > 0 && !schema.HasProperties)
            {
                return Make(forms[_chance.Below(forms.Count)], name, depth + 1, edges);
            }
        }

        if (FromState(schema, name) is { } value)
        {
            return value;
        }

        return Type(schema) switch
        {
            "null" => Value.Null,
            "boolean" => _chance.Chance(50),
            "integer" => Math.Floor(Number(schema, edges)),
            "number" => _chance.Chance(50) ? Math.Floor(Number(schema, edges)) : Math.Round(Number(schema, edges) * 100) / 100,
            "string" => TextSamples.Make(schema, _chance, edges),
            "array" => MakeArray(schema, name, depth, edges),
            "object" => MakeObject(schema, depth, edges),
            _ => schema.HasProperties ? MakeObject(schema, depth, edges) : Anything(),
        };
    }

    /// <summary>Takes a value that the state holds under this name, or occasionally any key.</summary>
    private Value? FromState(ToolSchema schema, string name)
    {
        var known = _state.Of(name);
        var candidates = known.Count > 0 && _chance.Chance(70) ? known
            : name.Length > 0 && _state.Keys.Count > 0 && _chance.Chance(known.Count > 0 ? 5 : 40) ? _state.Keys : [];
        if (candidates.Count == 0)
        {
            return null;
        }

        var value = _chance.Pick(candidates);
        return Fits(Type(schema), value) ? value : null;
    }

    private Value MakeObject(ToolSchema schema, int depth, bool edges)
    {
        var made = ObjectValue.Empty;
        var share = edges ? _chance.Below(2) * 100 : 45;
        foreach (var part in schema.AllOf)
        {
            if (Make(part, "", depth + 1, edges) is { IsObject: true } members)
            {
                made = members.AsObject.Aggregate(made, (all, m) => all.With(m.Key, m.Value));
            }
        }

        foreach (var property in schema.Properties)
        {
            if (property.Required || _chance.Chance(share))
            {
                made = made.With(property.Name, Make(property.Schema, property.Name, depth + 1, edges));
            }
        }

        return Value.From(Meet(schema, made, depth, edges));
    }

    /// <summary>Changes an object so that it satisfies one form of its schema. A form is a condition on declared members.</summary>
    private ObjectValue Meet(ToolSchema schema, ObjectValue made, int depth, bool edges)
    {
        foreach (var forms in (IReadOnlyList<ToolSchema>[])[schema.AnyOf, schema.OneOf])
        {
            if (forms.Count == 0 || !schema.HasProperties)
            {
                continue;
            }

            var form = forms[_chance.Below(forms.Count)];
            if (ReferenceEquals(forms, schema.OneOf))
            {
                // A member that only another form requires would make two forms fit.
                var required = schema.Required.Concat(form.Required).ToHashSet(StringComparer.Ordinal);
                made = forms.SelectMany(f => f.Required).Where(n => !required.Contains(n)).Aggregate(made, (all, name) => all.Without(name));
            }

            foreach (var name in form.Required.Where(n => made.IndexOf(n) < 0 && schema.Property(n) is not null))
            {
                made = made.With(name, Make(schema.Property(name), name, depth + 1, edges));
            }

            foreach (var narrowed in form.Properties.Where(p => made.IndexOf(p.Name) >= 0))
            {
                made = made.With(narrowed.Name, Make(narrowed.Schema, narrowed.Name, depth + 1, edges));
            }
        }

        return WithNeeded(schema, made, depth, edges);
    }

    private ObjectValue WithNeeded(ToolSchema schema, ObjectValue made, int depth, bool edges)
    {
        foreach (var (name, needed) in schema.DependentRequired)
        {
            foreach (var other in needed.Where(n => made.IndexOf(name) >= 0 && made.IndexOf(n) < 0))
            {
                made = made.With(other, Make(schema.Property(other), other, depth + 1, edges));
            }
        }

        return made;
    }

    private Value MakeArray(ToolSchema schema, string name, int depth, bool edges)
    {
        var least = Math.Min(schema.MinItems ?? 0, 20);
        var most = Math.Clamp(schema.MaxItems ?? least + 3, least, 25);
        var count = edges ? (_chance.Chance(50) ? least : most) : least + _chance.Below(Math.Min(4, most - least + 1));
        var items = new Value[count];
        for (var i = 0; i < count; i++)
        {
            items[i] = Make(i < schema.PrefixItems.Count ? schema.PrefixItems[i] : schema.Items, name, depth + 1, edges);
        }

        return Value.From(items);
    }

    private double Number(ToolSchema schema, bool edges)
    {
        var low = schema.Minimum ?? (schema.ExclusiveMinimum + 1);
        var high = schema.Maximum ?? (schema.ExclusiveMaximum - 1);
        var (from, to) = (low ?? Math.Min(0, high ?? 0), high ?? Math.Max(100, (low ?? 0) + 100));
        if (edges)
        {
            double[] places = [from, to, from - 1, to + 1, 0, -1, 0.1, 1e15];
            return places[_chance.Below(places.Length)];
        }

        return from + (_chance.Below(1_000_001) / 1_000_000.0 * Math.Max(0, Math.Min(to - from, 1e9)));
    }

    private Value Anything() => _chance.Below(5) switch
    {
        0 => _chance.Below(100),
        1 => _chance.Chance(50),
        2 => Value.From([(Value)_chance.Below(5), "x"]),
        3 => Value.Object(("name", "x"), ("n", _chance.Below(10))),
        _ => TextSamples.Word(_chance),
    };

    private string? Type(ToolSchema schema)
    {
        var types = schema.Types;
        return types.Count switch
        {
            0 => null,
            1 => types[0],
            _ => types[_chance.Below(types.Count)],
        };
    }

    private static bool Fits(string? type, Value value) => type switch
    {
        "string" => value.IsString,
        "integer" => value.IsInteger,
        "number" => value.IsNumber,
        "boolean" => value.IsBoolean,
        "array" => value.IsArray,
        "object" => value.IsObject,
        _ => true,
    };
}
