using AgentScaler.Environments.Values;

namespace AgentScaler.Trajectories.Plans;

/// <summary>
/// The source expressions of a plan. Their JSON forms:
/// <list type="bullet">
/// <item><c>{"user": name}</c>: the user's value of this name.</item>
/// <item><c>{"result": call, "path": [step...]}</c>: a part of the result of an earlier call. A step is a member's name, an index,
/// <c>{"where": {member: source}}</c> (the only item whose members equal the sources), or
/// <c>{"min": member}</c>, <c>{"max": member}</c> (the only item with the least or greatest value).</item>
/// <item><c>{"schema": "default"|"const"|"enum"}</c>: the value that the tool's parameter schema itself states.</item>
/// <item><c>{"policy": sentence}</c>: the first number in this sentence of the policy.</item>
/// <item><c>{"compute": "add"|"subtract"|"multiply"|"count"|"text", "of": [source...]}</c>: a computed value; <c>text</c> writes a number as text.</item>
/// </list>
/// </summary>
public static class PlanSource
{
    public static Value User(string name) => Value.Object(("user", name));

    public static Value Result(int call, IReadOnlyList<Value> path) =>
        Value.Object(("result", call), ("path", Value.From(path)));

    public static Value Schema(string keyword) => Value.Object(("schema", keyword));

    public static Value Policy(string sentence) => Value.Object(("policy", sentence));

    public static Value Compute(string operation, params Value[] operands) =>
        Value.Object(("compute", operation), ("of", Value.From(operands)));

    public static Value Where(params IEnumerable<(string Member, Value Source)> conditions) =>
        Value.Object(("where", Value.Object([.. conditions])));

    /// <summary>Returns the word for <see cref="ArgumentPlan.Source"/>.</summary>
    public static string KindOf(Value source) =>
        source.IsObject && source.AsObject.Count > 0 && source.AsObject.Names[0] is var form && form == "compute" ? "computed"
        : source.IsObject && source.AsObject.Count > 0 ? source.AsObject.Names[0]
        : throw new ArgumentException($"Not a source expression: {source}", nameof(source));

    /// <summary>The names of user values that a source needs, in order of appearance.</summary>
    public static IReadOnlyList<string> UserNames(Value source)
    {
        var names = new List<string>();
        Walk(source, (form, value) =>
        {
            if (form == "user" && !names.Contains(value.AsString))
            {
                names.Add(value.AsString);
            }
        });
        return names;
    }

    /// <summary>The indices of the calls whose results a source reads.</summary>
    public static IReadOnlyList<int> Calls(Value source)
    {
        var calls = new List<int>();
        Walk(source, (form, value) =>
        {
            if (form == "result" && !calls.Contains((int)value.AsInteger))
            {
                calls.Add((int)value.AsInteger);
            }
        });
        return calls;
    }

    /// <summary>Returns the same source with every call index mapped by <paramref name="map"/>.</summary>
    public static Value Renumber(Value source, Func<int, int> map)
    {
        switch (source.Kind)
        {
            case ValueKind.Array:
                return Value.From(source.AsArray.ToArray().Select(item => Renumber(item, map)));
            case ValueKind.Object:
                return Value.Object([.. source.AsObject.Select(m =>
                    (m.Key, m.Key == "result" && m.Value.IsNumber ? map((int)m.Value.AsInteger) : Renumber(m.Value, map)))]);
            default:
                return source;
        }
    }

    private static void Walk(Value source, Action<string, Value> leaf)
    {
        if (source.IsArray)
        {
            foreach (var item in source.AsArray)
            {
                Walk(item, leaf);
            }
        }
        else if (source.IsObject)
        {
            foreach (var (name, value) in source.AsObject)
            {
                if ((name == "user" && value.IsString) || (name == "result" && value.IsNumber))
                {
                    leaf(name, value);
                }
                else
                {
                    Walk(value, leaf);
                }
            }
        }
    }
}
