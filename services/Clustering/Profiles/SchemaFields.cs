using System.Text.Json;
using AgentScaler.Language;
using AgentScaler.Tools;

namespace AgentScaler.Clustering.Profiles;

/// <summary>
/// Lists the fields of a JSON Schema. A schema is untrusted: references may be missing or cyclic, keywords may hold
/// anything; what cannot be read is passed over.
/// </summary>
internal sealed class SchemaFields(JsonElement root, int maximumDepth, int maximumFields)
{
    private const int MaximumHops = 24;

    /// <summary>Schemas looked at in all: combinators that refer to each other multiply with every step.</summary>
    private const int MaximumVisits = 2000;

    private readonly List<FieldProfile> fields = [];
    private int visits;

    public static IReadOnlyList<FieldProfile> Of(JsonElement schema, int maximumDepth, int maximumFields)
    {
        var walker = new SchemaFields(schema, maximumDepth, maximumFields);
        walker.Visit(schema, path: "", owner: null, isList: false, depth: 0, hops: 0);
        return walker.fields;
    }

    private void Visit(JsonElement schema, string path, string? owner, bool isList, int depth, int hops)
    {
        schema = Resolve(schema, ref hops);
        if (schema.ValueKind != JsonValueKind.Object || hops > MaximumHops || ++visits > MaximumVisits || fields.Count >= maximumFields)
        {
            return;
        }

        foreach (var keyword in (ReadOnlySpan<string>)["allOf", "oneOf", "anyOf"])
        {
            if (schema.TryGetProperty(keyword, out var parts) && parts.ValueKind == JsonValueKind.Array)
            {
                foreach (var part in parts.EnumerateArray().Where(part => !ToolSchemas.IsCondition(schema, part)))
                {
                    Visit(part, path, owner, isList, depth, hops + 1);
                }
            }
        }

        if (schema.TryGetProperty("items", out var items) && items.ValueKind == JsonValueKind.Object)
        {
            Visit(items, path + "[]", owner, isList: true, depth, hops + 1);
        }

        if (schema.TryGetProperty("properties", out var properties) && properties.ValueKind == JsonValueKind.Object && depth < maximumDepth)
        {
            var required = RequiredOf(schema);
            foreach (var property in properties.EnumerateObject())
            {
                if (fields.Count >= maximumFields)
                {
                    return;
                }

                VisitProperty(property, path, owner, isList, required.Contains(property.Name), depth, hops);
            }
        }
    }

    private void VisitProperty(JsonProperty property, string path, string? owner, bool isList, bool required, int depth, int hops)
    {
        var name = Words.Normal(property.Name);
        if (name.Length == 0)
        {
            return;
        }

        var declared = property.Value;
        var schema = Resolve(declared, ref hops);
        var memberPath = path.Length == 0 ? property.Name : $"{path}.{property.Name}";
        var type = TypeOf(schema, hops);
        var isArray = type == "array";
        if (isArray && schema.TryGetProperty("items", out var items))
        {
            var itemHops = hops;
            type = TypeOf(Resolve(items, ref itemHops), itemHops);
        }

        var format = Text(schema, "format");
        fields.Add(new FieldProfile(
            isArray && type is not ("object" or "any") ? memberPath + "[]" : memberPath,
            name, owner, type, format, SemanticTypes.Of(name, type, format), required, isList || isArray,
            Text(declared, "description") ?? Text(schema, "description")));
        Visit(schema, memberPath, name, isList, depth + 1, hops + 1);
    }

    private JsonElement Resolve(JsonElement schema, ref int hops)
    {
        while (schema.ValueKind == JsonValueKind.Object && schema.TryGetProperty("$ref", out var reference) &&
            reference.ValueKind == JsonValueKind.String && hops++ <= MaximumHops)
        {
            var target = Find(reference.GetString()!);
            if (target is null)
            {
                return default;
            }

            schema = target.Value;
        }

        return schema;
    }

    private JsonElement? Find(string reference)
    {
        if (!reference.StartsWith('#'))
        {
            return null;
        }

        var element = root;
        foreach (var token in reference.Split('/').Skip(1))
        {
            var name = Uri.UnescapeDataString(token).Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element))
            {
                return null;
            }
        }

        return element;
    }

    private static string TypeOf(JsonElement schema, int hops)
    {
        if (schema.ValueKind != JsonValueKind.Object || hops > MaximumHops)
        {
            return "any";
        }

        if (schema.TryGetProperty("type", out var type))
        {
            if (type.ValueKind == JsonValueKind.String)
            {
                return type.GetString()!;
            }

            if (type.ValueKind == JsonValueKind.Array)
            {
                return type.EnumerateArray()
                    .Where(one => one.ValueKind == JsonValueKind.String && one.GetString() != "null")
                    .Select(one => one.GetString()!).FirstOrDefault() ?? "any";
            }
        }

        return schema.TryGetProperty("properties", out _) ? "object" : schema.TryGetProperty("items", out _) ? "array" : "any";
    }

    private static HashSet<string> RequiredOf(JsonElement schema) =>
        schema.TryGetProperty("required", out var required) && required.ValueKind == JsonValueKind.Array
            ? [.. required.EnumerateArray().Where(one => one.ValueKind == JsonValueKind.String).Select(one => one.GetString()!)]
            : [];

    private static string? Text(JsonElement schema, string keyword) =>
        schema.ValueKind == JsonValueKind.Object && schema.TryGetProperty(keyword, out var text) && text.ValueKind == JsonValueKind.String
            ? text.GetString()
            : null;
}
