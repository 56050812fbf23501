using AgentScaler.Environments.Differential;
using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.Tests.Fuzzing;

/// <summary>Changes JSON at random: parts are replaced, dropped, repeated, wrapped or swapped for parts of other documents.</summary>
internal sealed class JsonMutation(SeededChance chance, IReadOnlyList<Value> pool)
{
    public Value Mutate(Value value)
    {
        for (var changes = 1 + chance.Below(3); changes > 0; changes--)
        {
            value = Change(value, 0);
        }

        return value;
    }

    private Value Change(Value value, int depth)
    {
        var inside = value.IsArray ? value.AsArray.Length : value.IsObject ? value.AsObject.Count : 0;
        if (inside == 0 || depth > 60 || chance.Chance(12))
        {
            return Replacement(value);
        }

        var at = chance.Below(inside);
        if (value.IsArray)
        {
            var items = value.AsArray.ToArray();
            return Value.From(chance.Below(20) switch
            {
                0 => [.. items[..at], .. items[(at + 1)..]],
                1 => [.. items[..at], items[at], .. items[at..]],
                2 => [.. items.Reverse()],
                _ => [.. items[..at], Change(items[at], depth + 1), .. items[(at + 1)..]],
            });
        }

        var members = value.AsObject;
        var name = members.Names[at];
        return Value.From(chance.Below(20) switch
        {
            0 => members.Without(name),
            1 => members.Without(name).With(name + "x", members[name]),
            2 => members.With(chance.Pick(["as", "where", "limit", "do", "let", "\0"]), Replacement(value)),
            _ => members.With(name, Change(members[name], depth + 1)),
        });
    }

    private Value Replacement(Value old) => chance.Below(8) switch
    {
        0 => HostileValues.Pick(chance),
        1 => Value.From([chance.Pick(pool), old]),
        2 => Value.From([chance.Pick<Value>(["not", "neg", "literal", "append", "concat", "pow", "map", "select", "put", "range", "evaluate", "zip", "root", "log", "single", "index_of"]), old, old]),
        3 when old.IsNumber && Math.Abs(old.AsNumber) < 1e290 => old.AsNumber * chance.Pick([-1.0, 0, 1e9, 0.5]),
        4 when old.IsString => old.AsString + "_",
        _ => Alike(old),
    };

    /// <summary>Another part, of the same kind where one is met soon, so that many damaged programs still are programs.</summary>
    private Value Alike(Value old)
    {
        var other = chance.Pick(pool);
        for (var tries = 0; tries < 8 && other.Kind != old.Kind; tries++)
        {
            other = chance.Pick(pool);
        }

        return other;
    }

    /// <summary>All values inside documents, the documents included.</summary>
    public static Value[] Parts(IEnumerable<Value> documents) => [.. documents.SelectMany(Parts)];

    private static IEnumerable<Value> Parts(Value value) =>
        (value.IsArray ? value.AsArray.ToArray() : value.IsObject ? value.AsObject.Values.ToArray() : []).SelectMany(Parts).Prepend(value);
}
