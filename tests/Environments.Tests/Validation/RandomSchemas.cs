using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.Tests.Validation;

/// <summary>Makes schemas, some of them broken or cyclic, and values that often fit them.</summary>
internal sealed class RandomSchemas(Random random)
{
    private static readonly string[] Names = ["a", "b", "c d", "é", "type", ""];
    private static readonly string[] Texts = ["", "a", "ab", "😀", "2026-01-31", "2026-02-30", "x@y", "aab", "0"];
    private static readonly string[] Patterns = ["^a+b?$", "[0-9]{4}", "^.{1,2}$", "(?=x)", "a|^b", "^[^a]*$"];
    private static readonly string[] Types = ["string", "integer", "number", "boolean", "array", "object", "null", "dict"];

    public Value Schema()
    {
        var root = Node(3);
        var definitions = Value.Object(("m", Node(2)), ("n", Node(2)), ("loop", Value.Object(("$ref", "#/$defs/loop"))),
            ("spot", Value.From(Node(1).AsObject.With("$anchor", "spot"))), ("other", Value.From(Node(1).AsObject.With("$id", "other.json"))));
        return Value.From(root.AsObject.With("$defs", definitions));
    }

    public Value Scalar() => random.Next(7) switch
    {
        0 => Value.Null,
        1 => random.Next(2) == 0,
        2 => random.Next(4),
        3 => random.Next(8) / 2.0,
        _ => Texts[random.Next(Texts.Length)],
    };

    public Value Any(int depth) => (depth == 0 ? 0 : random.Next(4)) switch
    {
        1 => Value.From(Enumerable.Range(0, random.Next(4)).Select(_ => Any(depth - 1)).ToArray()),
        2 => Object(depth),
        _ => Scalar(),
    };

    public Value Object(int depth)
    {
        var members = ObjectValue.Empty;
        for (var i = random.Next(4); i > 0; i--)
        {
            members = members.With(Names[random.Next(Names.Length)], Any(depth - 1));
        }

        return Value.From(members);
    }

    private Value Node(int depth)
    {
        var node = ObjectValue.Empty;
        for (var i = random.Next(1, 4); i > 0; i--)
        {
            var (name, value) = Keyword(depth);
            node = node.With(name, value);
        }

        return Value.From(node);
    }

    private Value List(int depth) => Value.From(Enumerable.Range(0, random.Next(1, 4)).Select(_ => Node(depth)).ToArray());

    private Value Members(int depth)
    {
        var members = ObjectValue.Empty;
        for (var i = random.Next(1, 4); i > 0; i--)
        {
            members = members.With(Names[random.Next(Names.Length)], Node(depth));
        }

        return Value.From(members);
    }

    private (string Name, Value Value) Keyword(int depth) => random.Next(depth > 0 ? 26 : 16) switch
    {
        0 or 1 or 2 => ("type", Types[random.Next(Types.Length)]),
        3 => ("type", Value.From([Types[random.Next(7)], Types[random.Next(7)]])),
        4 => ("enum", Value.From([Scalar(), Scalar(), Scalar()])),
        5 => ("const", Scalar()),
        6 => ("minimum", Scalar()),
        7 => (random.Next(2) == 0 ? "exclusiveMaximum" : "maximum", Scalar()),
        8 => ("minLength", Scalar()),
        9 => ("maxLength", random.Next(3)),
        10 => ("pattern", Patterns[random.Next(Patterns.Length)]),
        11 => ("format", random.Next(2) == 0 ? "date" : "email"),
        12 => ("default", Scalar()),
        13 => ("nullable", true),
        14 => ("required", Value.From([Names[random.Next(Names.Length)]])),
        15 => ("$ref", new[] { "#/$defs/m", "#/$defs/n", "#/$defs/loop", "#/nowhere", "#", "#spot", "other.json" }[random.Next(7)]),
        16 or 17 or 18 => ("properties", Members(depth - 1)),
        19 => ("items", random.Next(2) == 0 ? Node(depth - 1) : List(depth - 1)),
        20 => ("additionalProperties", random.Next(2) == 0 ? Node(depth - 1) : random.Next(2) == 0),
        21 => ("allOf", List(depth - 1)),
        22 => ("anyOf", List(depth - 1)),
        23 => ("patternProperties", Value.Object((Patterns[random.Next(Patterns.Length)], Node(depth - 1)), (Patterns[0], Node(depth - 1)))),
        24 => ("dependentRequired", Value.Object((Names[random.Next(Names.Length)], Value.From([Names[random.Next(Names.Length)], Names[0]])))),
        _ => ("oneOf", List(depth - 1)),
    };
}
