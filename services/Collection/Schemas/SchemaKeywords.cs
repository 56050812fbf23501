using System.Collections.Frozen;
using System.Text.Json;

namespace AgentScaler.Collection.Schemas;

/// <summary>What becomes of the keywords of a schema.</summary>
internal static class SchemaKeywords
{
    /// <summary>Keywords that demand something and that a tool's schema does not carry: each use is a repair under its name.</summary>
    private static readonly FrozenSet<string> NotCarried = FrozenSet.Create(
        StringComparer.Ordinal,
        "not", "if", "contains", "dependentSchemas", "unevaluatedItems", "contentSchema", "disallow", "extends", "divisibleBy");

    /// <summary>Keywords that are read, here or by what calls the compiler.</summary>
    public static readonly FrozenSet<string> Read = FrozenSet.Create(
        StringComparer.Ordinal,
        "type", "format", "description", "title", "enum", "const", "default", "nullable", "x-nullable", "properties", "required", "additionalProperties", "patternProperties",
        "propertyNames", "unevaluatedProperties", "dependentRequired", "dependencies", "items", "prefixItems", "additionalItems", "allOf", "anyOf", "oneOf", "minimum", "maximum",
        "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "minLength", "maxLength", "pattern", "minItems", "maxItems", "uniqueItems", "minProperties", "maxProperties",
        "readOnly", "writeOnly", "discriminator", "x-ms-discriminator-value", "$ref", "$dynamicRef", "$recursiveRef", "$id", "$anchor", "$dynamicAnchor", "$recursiveAnchor",
        "$defs", "definitions", "$schema", "$comment", "contentEncoding", "contentMediaType", "then", "else", "minContains", "maxContains",
        // Parameters of older versions and of function lists are schemas and parameters in one.
        "name", "in", "desc", "optional", "x-ms-visibility", "example", "examples", "x-example");

    // Demands of an object, a list or a value that may stand beside a reference.
    private static readonly FrozenSet<string> Narrowing = FrozenSet.Create(
        StringComparer.Ordinal,
        "enum", "const", "anyOf", "oneOf", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "minLength", "maxLength", "pattern", "minItems", "maxItems", "items",
        "uniqueItems", "minProperties", "maxProperties", "additionalProperties", "not", "if");

    public static bool IsDropped(string keyword) => NotCarried.Contains(keyword);

    /// <summary>Whether a member beside a reference demands more than its target does.</summary>
    public static bool Demands(JsonProperty member) => Narrowing.Contains(member.Name);
}
