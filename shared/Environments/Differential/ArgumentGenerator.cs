using System.Text.Json;
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
    private readonly Value _root;

    public ArgumentGenerator(EnvironmentDefinition definition, DatabaseState state, EnvironmentTool tool, long seed)
        : this(tool, new StateValues(definition.Schema, state), new SeededChance(seed))
    {
    }

    internal ArgumentGenerator(EnvironmentTool tool, StateValues state, SeededChance chance)
    {
        (_state, _chance) = (state, chance);
        _root = Parse(tool.Parameters);
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

    private Value Make(Value schema, string name, int depth, bool edges)
    {
        schema = Resolve(schema, depth);
        if (depth > MaxDepth || !schema.IsObject)
        {
            return Anything();
        }

        if (schema["enum"] is { IsArray: true } allowed && allowed.AsArray.Length > 0)
        {
            return allowed.AsArray[_chance.Below(allowed.AsArray.Length)];
        }

        if (schema.AsObject.TryGet("const", out var constant))
        {
            return constant;
        }

        foreach (var choice in new[] { "anyOf", "oneOf" })
        {
            if (schema[choice] is { IsArray: true } choices && choices.AsArray.Length > 0 && schema["properties"].IsNull)
            {
                return Make(choices.AsArray[_chance.Below(choices.AsArray.Length)], name, depth + 1, edges);
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
            _ => schema["properties"].IsObject ? MakeObject(schema, depth, edges) : Anything(),
        };
    }

    /// <summary>Takes a value that the state holds under this name, or occasionally any key.</summary>
    private Value? FromState(Value schema, string name)
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

    private Value MakeObject(Value schema, int depth, bool edges)
    {
        var made = ObjectValue.Empty;
        var required = schema["required"] is { IsArray: true } names ? names.AsArray.ToArray() : [];
        var share = edges ? _chance.Below(2) * 100 : 45;
        foreach (var part in schema["allOf"] is { IsArray: true } parts ? parts.AsArray.ToArray() : [])
        {
            if (Make(part, "", depth + 1, edges) is { IsObject: true } members)
            {
                made = members.AsObject.Aggregate(made, (all, m) => all.With(m.Key, m.Value));
            }
        }

        if (schema["properties"].IsObject)
        {
            foreach (var (name, property) in schema["properties"].AsObject)
            {
                if (required.Contains(name) || _chance.Chance(share))
                {
                    made = made.With(name, Make(property, name, depth + 1, edges));
                }
            }
        }

        return Value.From(Meet(schema, made, depth, edges));
    }

    /// <summary>Changes an object so that it satisfies one form of its schema. A form is a condition on declared members.</summary>
    private ObjectValue Meet(Value schema, ObjectValue made, int depth, bool edges)
    {
        foreach (var choice in new[] { "anyOf", "oneOf" })
        {
            if (schema[choice] is not { IsArray: true } forms || forms.AsArray.Length == 0 || !schema["properties"].IsObject)
            {
                continue;
            }

            var form = forms.AsArray[_chance.Below(forms.AsArray.Length)];
            if (choice == "oneOf")
            {
                // A member that only another form requires would make two forms fit.
                var required = Names(schema).Concat(Names(form)).ToHashSet(StringComparer.Ordinal);
                made = forms.AsArray.ToArray().SelectMany(Names).Where(n => !required.Contains(n)).Aggregate(made, (all, name) => all.Without(name));
            }

            foreach (var name in Names(form).Where(n => made.IndexOf(n) < 0 && schema["properties"].AsObject.IndexOf(n) >= 0))
            {
                made = made.With(name, Make(schema["properties"][name], name, depth + 1, edges));
            }

            if (form["properties"].IsObject)
            {
                foreach (var (name, narrowed) in form["properties"].AsObject.Where(p => made.IndexOf(p.Key) >= 0))
                {
                    made = made.With(name, Make(narrowed, name, depth + 1, edges));
                }
            }
        }

        return schema["dependentRequired"].IsObject ? WithNeeded(schema, made, depth, edges) : made;
    }

    private ObjectValue WithNeeded(Value schema, ObjectValue made, int depth, bool edges)
    {
        foreach (var (name, needed) in schema["dependentRequired"].AsObject.Where(p => p.Value.IsArray))
        {
            foreach (var other in needed.AsArray.ToArray().Where(n => n.IsString && made.IndexOf(name) >= 0 && made.IndexOf(n.AsString) < 0))
            {
                made = made.With(other.AsString, Make(schema["properties"][other.AsString], other.AsString, depth + 1, edges));
            }
        }

        return made;
    }

    private static IEnumerable<string> Names(Value schema) =>
        schema["required"] is { IsArray: true } names ? names.AsArray.ToArray().Where(n => n.IsString).Select(n => n.AsString) : [];

    private Value MakeArray(Value schema, string name, int depth, bool edges)
    {
        var least = (int)Math.Clamp(Bound(schema, "minItems") ?? 0, 0, 20);
        var most = (int)Math.Clamp(Bound(schema, "maxItems") ?? least + 3, least, 25);
        var count = edges ? (_chance.Chance(50) ? least : most) : least + _chance.Below(Math.Min(4, most - least + 1));
        var items = new Value[count];
        for (var i = 0; i < count; i++)
        {
            var places = schema["prefixItems"];
            items[i] = Make(places.IsArray && i < places.AsArray.Length ? places.AsArray[i] : schema["items"], name, depth + 1, edges);
        }

        return Value.From(items);
    }

    private double Number(Value schema, bool edges)
    {
        var low = Bound(schema, "minimum") ?? (Bound(schema, "exclusiveMinimum") + 1);
        var high = Bound(schema, "maximum") ?? (Bound(schema, "exclusiveMaximum") - 1);
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

    private string? Type(Value schema)
    {
        var type = schema["type"];
        if (type.IsArray && type.AsArray.Length > 0)
        {
            type = type.AsArray[_chance.Below(type.AsArray.Length)];
        }

        return type.IsString ? type.AsString : null;
    }

    private Value Resolve(Value schema, int depth)
    {
        for (var steps = 0; steps < 8 && schema["$ref"].IsString; steps++)
        {
            var pointer = schema["$ref"].AsString;
            schema = pointer.StartsWith("#/", StringComparison.Ordinal) && depth <= MaxDepth
                ? pointer[2..].Split('/').Aggregate(_root, (at, step) =>
                    at[step.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)])
                : Value.Null;
        }

        return schema;
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

    private static double? Bound(Value schema, string name) => schema[name].IsNumber ? schema[name].AsNumber : null;

    private static Value Parse(JsonElement schema)
    {
        try
        {
            return Value.Parse(schema.GetRawText());
        }
        catch (JsonException)
        {
            // A schema outside the value model demands nothing.
            return Value.EmptyObject;
        }
    }
}
