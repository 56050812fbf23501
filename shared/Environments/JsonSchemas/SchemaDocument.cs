using System.Text.Json;
using AgentScaler.Environments.Values;
using AgentScaler.Tools;

namespace AgentScaler.Environments.JsonSchemas;

/// <summary>One self-contained JSON Schema and its resolved nodes; a reference always gives the same node.</summary>
public sealed class SchemaDocument
{
    private const int MaxReferenceHops = 16;
    private static readonly JsonElement EmptyObject = JsonDocument.Parse("{}").RootElement.Clone();
    private readonly JsonElement _root;
    private readonly Dictionary<string, SchemaNode> _references = new(StringComparer.Ordinal);
    private SchemaNode? _anything;

    private SchemaDocument(JsonElement root) => _root = root;

    /// <summary>A node without any demand.</summary>
    internal SchemaNode Anything => _anything ??= new SchemaNode(this, [EmptyObject], null, false);

    /// <summary>The root node of a schema; a node without any demand where it is no object.</summary>
    public static SchemaNode Read(JsonElement schema)
    {
        var root = schema.ValueKind == JsonValueKind.Object ? schema : EmptyObject;
        return new SchemaDocument(root).Node(root);
    }

    internal SchemaNode Node(JsonElement schema)
    {
        if (schema.ValueKind != JsonValueKind.Object)
        {
            return Anything;
        }

        if (ReferenceOf(schema) is { } pointer)
        {
            if (!_references.TryGetValue(pointer, out var node))
            {
                node = Build(schema);
                _references[pointer] = node;
            }

            return node;
        }

        return Build(schema);
    }

    /// <summary>The element as a value of the value model; null where it has no place in it (a number beyond double).</summary>
    public static Value? ToValue(JsonElement element)
    {
        try
        {
            return Value.Parse(element.GetRawText());
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException or FormatException)
        {
            return null;
        }
    }

    private SchemaNode Build(JsonElement schema)
    {
        var parts = new List<JsonElement>();
        var definition = default(string);
        var nullable = false;
        Collect(schema, parts, ref definition, ref nullable, 0);
        return new SchemaNode(this, parts, definition, nullable);
    }

    private void Collect(JsonElement schema, List<JsonElement> parts, ref string? definition, ref bool nullable, int hops)
    {
        if (schema.ValueKind != JsonValueKind.Object || hops > MaxReferenceHops || parts.Count > 64)
        {
            return;
        }

        parts.Add(schema);
        if (ReferenceOf(schema) is { } pointer)
        {
            definition ??= pointer[(pointer.LastIndexOf('/') + 1)..];
            if (Resolve(pointer) is { } target)
            {
                Collect(target, parts, ref definition, ref nullable, hops + 1);
            }
        }

        foreach (var all in Items(schema, "allOf"))
        {
            Collect(all, parts, ref definition, ref nullable, hops + 1);
        }

        foreach (var keyword in (ReadOnlySpan<string>)["oneOf", "anyOf"])
        {
            var chosen = false;
            foreach (var variant in Items(schema, keyword))
            {
                if (variant.ValueKind == JsonValueKind.Object && variant.TryGetProperty("type", out var type)
                    && type.ValueKind == JsonValueKind.String && type.GetString() == "null")
                {
                    nullable = true;
                }
                else if (!chosen && !ToolSchemas.IsCondition(schema, variant))
                {
                    chosen = true;
                    Collect(variant, parts, ref definition, ref nullable, hops + 1);
                }
            }
        }
    }

    private static IEnumerable<JsonElement> Items(JsonElement schema, string keyword) =>
        schema.TryGetProperty(keyword, out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : [];

    private static string? ReferenceOf(JsonElement schema) =>
        schema.TryGetProperty("$ref", out var reference) && reference.ValueKind == JsonValueKind.String ? reference.GetString() : null;

    private JsonElement? Resolve(string pointer)
    {
        if (!pointer.StartsWith('#'))
        {
            return null;
        }

        var at = _root;
        foreach (var step in pointer[1..].Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            var name = Uri.UnescapeDataString(step).Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
            if (at.ValueKind != JsonValueKind.Object || !at.TryGetProperty(name, out at))
            {
                return null;
            }
        }

        return at;
    }
}
