using System.Collections.Frozen;
using System.Text.Json;

namespace AgentScaler.Collection.Schemas;

/// <summary>Classifies the keywords of a schema.</summary>
internal static class SchemaKeywords
{
    // Keywords that demand something and are not carried over to a tool's schema. Each use is a repair under its name.
    private static readonly string[] Dropped =
        ["not", "if", "contains", "dependentSchemas", "unevaluatedItems", "contentSchema", "disallow", "extends", "divisibleBy"];

    // Keywords that the compiler reads. Each has a bit, so that the compiler knows without a search whether a schema has it.
    private static readonly string[] Asked =
    [
        "type", "format", "description", "title", "enum", "const", "default", "properties", "required", "additionalProperties", "patternProperties",
            "propertyNames",
        "unevaluatedProperties", "dependentRequired", "dependencies", "items", "prefixItems", "additionalItems", "allOf", "anyOf", "oneOf", "minimum",
            "maximum",
        "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "minLength", "maxLength", "pattern", "minItems", "maxItems", "uniqueItems", "minProperties",
            "maxProperties",
        "contentEncoding", "contentMediaType", "$ref", "$dynamicRef", "$recursiveRef", "$id",
    ];

    // Keywords that other classes read, or that are read together with others. Parameters of older versions and of function lists are schemas and
    // parameters at the same time.
    private static readonly string[] Other =
    [
        "nullable", "x-nullable", "readOnly", "writeOnly", "discriminator", "x-ms-discriminator-value", "$anchor", "$dynamicAnchor", "$recursiveAnchor",
            "$defs", "definitions",
        "$schema", "$comment", "then", "else", "minContains", "maxContains", "name", "in", "desc", "optional", "x-ms-visibility", "example", "examples",
            "x-example",
        "x-location", "x-ms-summary",
    ];

    // Demands on an object, a list or a value that may occur beside a reference.
    private static readonly FrozenSet<string> Narrowing = FrozenSet.Create(
        StringComparer.Ordinal,
        "enum", "const", "anyOf", "oneOf", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "minLength", "maxLength", "pattern", "minItems",
            "maxItems", "items",
        "uniqueItems", "minProperties", "maxProperties", "additionalProperties", "not", "if");

    private static readonly FrozenDictionary<string, int> Places = Asked.Index().Select(word => (word.Item, word.Index))
        .Concat(Other.Select(word => (Item: word, Index: NoBit)))
        .ToFrozenDictionary(word => word.Item, word => word.Index, StringComparer.Ordinal);

    public const int NoBit = -1;

    public static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Bits = Places.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether the keyword is read at all.</summary>
    public static bool IsRead(string keyword) => Places.ContainsKey(keyword);

    /// <summary>Returns the bit of a keyword; all bits if it has none, so that it must be searched.</summary>
    public static ulong MaskOf(string keyword) => Places.GetValueOrDefault(keyword, NoBit) is var bit && bit >= 0 ? 1UL << bit : ulong.MaxValue;

    public static bool IsDropped(string keyword) => Array.IndexOf(Dropped, keyword) >= 0;

    /// <summary>Whether a member beside a reference demands more than its target does.</summary>
    public static bool Demands(JsonProperty member) => Narrowing.Contains(member.Name);
}
