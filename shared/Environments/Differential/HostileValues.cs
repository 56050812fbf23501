using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.Differential;

/// <summary>Values and changes of arguments that break a careless program.</summary>
internal static class HostileValues
{
    private static readonly Value[] Values =
    [
        Value.Null, true, false, 0, -1, 1.5, 0.1, 9007199254740991, -9007199254740991, 9007199254740992.0, 1e21, 1e308, -1e308, 5e-324, 1e-7,
        "", " ", "0", "null", "\0", "\u0001\u001f", "a\u0301", "\u202e\u2066", "😀😀", "\uffff", "\U0010ffff", "ﬁ", "ß", "İ", "Σς", "__class__", "__proto__",
        "' OR 1=1 --", "../../etc/passwd", "{{7*7}}", "2026-02-30", "2026-02-28", "0001-01-01", "9999-12-31T23:59:59Z", "2026-01-01T00:00:00+23:59",
        "line\nline", "\"quoted\\\"", new string('x', 500), Value.EmptyArray, Value.EmptyObject,
        Value.From([Value.EmptyArray, Value.Null, (Value)1]), Value.Object(("a", Value.Object(("b", Value.Null)))),
    ];

    public static Value Pick(SeededChance chance) => chance.Pick(Values);

    /// <summary>Drops, adds, replaces, renames or wraps one member of the arguments.</summary>
    public static ObjectValue Change(ObjectValue arguments, SeededChance chance)
    {
        if (arguments.Count == 0 || chance.Chance(8))
        {
            return arguments.With(chance.Chance(50) ? "unknown_argument" : "𝒳 \u0000", Pick(chance));
        }

        var name = arguments.Names[chance.Below(arguments.Count)];
        var value = arguments[name];
        return chance.Below(6) switch
        {
            0 => arguments.Without(name),
            1 => arguments.With(name, Value.From([value])),
            2 when value.IsString => arguments.With(name, value.AsString + chance.Pick(["x", " ", "\0", "é", "😀"])),
            3 when value.IsNumber => arguments.With(name, value.AsNumber < 1e300 ? value.AsNumber + chance.Pick([1, -1, 0.5, 1e15]) : 0),
            4 when value.IsNumber => arguments.With(name, CanonicalJson.Number(value.AsNumber)),
            _ => arguments.With(name, Pick(chance)),
        };
    }
}
