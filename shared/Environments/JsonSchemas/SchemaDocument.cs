using System.Text.Json;
using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.JsonSchemas;

/// <summary>A self-contained JSON Schema and its merged nodes. Each place of the schema has one node.</summary>
public sealed class SchemaDocument
{
    private const int MaxParts = 64;
    private static readonly JsonElement EmptyObject = JsonDocument.Parse("{}").RootElement.Clone();
    private readonly Dictionary<string, SchemaNode> _references = new(StringComparer.Ordinal);
    private readonly Dictionary<ToolSchema, SchemaNode> _places = new(ReferenceEqualityComparer.Instance);
    private SchemaNode? _anything;

    private SchemaDocument()
    {
    }

    /// <summary>The node that every value meets.</summary>
    internal SchemaNode Anything => _anything ??= new SchemaNode(this, [ToolSchema.Read(EmptyObject)], null, false);

    /// <summary>Returns the root node of a schema. If the schema is not an object, every value meets the node.</summary>
    public static SchemaNode Read(JsonElement schema) => new SchemaDocument().Node(ToolSchema.Read(schema));

    /// <summary>The element as a value of the value model; null where it has no place in it (a number beyond double).</summary>
    public static Value? ToValue(JsonElement element) => SchemaKeyword.Value(element);

    internal SchemaNode Node(ToolSchema schema)
    {
        if (!schema.IsObject)
        {
            return Anything;
        }

        // A reference with something beside it is a schema of its own; all bare references to one definition are one.
        if (schema.ReferenceText is { } pointer && schema.Source.EnumerateObject().Count() == 1)
        {
            return _references.TryGetValue(pointer, out var known) ? known : _references[pointer] = Build(schema);
        }

        return _places.TryGetValue(schema, out var node) ? node : _places[schema] = Build(schema);
    }

    private SchemaNode Build(ToolSchema schema)
    {
        var parts = new List<ToolSchema>();
        var definition = default(string);
        var nullable = false;
        Collect(schema, parts, ref definition, ref nullable, 0);
        return new SchemaNode(this, parts, definition, nullable);
    }

    private static void Collect(ToolSchema schema, List<ToolSchema> parts, ref string? definition, ref bool nullable, int hops)
    {
        if (!schema.IsObject || hops > ToolSchema.MaximumChain || parts.Count > MaxParts)
        {
            return;
        }

        parts.Add(schema);
        definition ??= schema.Definition;
        if (schema.Reference is { } target)
        {
            Collect(target, parts, ref definition, ref nullable, hops + 1);
        }

        foreach (var all in schema.AllOf)
        {
            Collect(all, parts, ref definition, ref nullable, hops + 1);
        }

        Choose(schema, schema.OneOf, parts, ref definition, ref nullable, hops);
        Choose(schema, schema.AnyOf, parts, ref definition, ref nullable, hops);
    }

    /// <summary>Takes the first form that is more than null and more than a condition.</summary>
    private static void Choose(
        ToolSchema schema, IReadOnlyList<ToolSchema> forms, List<ToolSchema> parts, ref string? definition, ref bool nullable, int hops)
    {
        var chosen = false;
        foreach (var form in forms)
        {
            if (form.Types is ["null"])
            {
                nullable = true;
            }
            else if (!chosen && !schema.IsCondition(form))
            {
                chosen = true;
                Collect(form, parts, ref definition, ref nullable, hops + 1);
            }
        }
    }
}
