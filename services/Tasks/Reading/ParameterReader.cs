using System.Text.Json;
using AgentScaler.Environments.Values;
using AgentScaler.Tools;
using AgentScaler.Trajectories.Plans;

namespace AgentScaler.Tasks.Reading;

/// <summary>Flattens a tool's parameter schema into the scalar arguments that a person could be asked for.</summary>
internal static class ParameterReader
{
    private const int MaxDepth = 4;
    private const int MaxParameters = 200;

    private static readonly JsonElement Text = JsonDocument.Parse("""{"type":"string"}""").RootElement;

    private static readonly (string Keyword, int Most)[] Combiners = [("allOf", int.MaxValue), ("oneOf", 1), ("anyOf", 1)];

    public static IReadOnlyList<ParameterModel> Read(JsonElement parameters)
    {
        var found = new List<ParameterModel>();
        Members(parameters, ParameterSchema.Dereference(parameters, parameters), "", required: true, group: null, inGroup: true, 0, found);
        return found;
    }

    private static void Members(
        JsonElement root, JsonElement schema, string pointer, bool required, string? group, bool inGroup, int depth, List<ParameterModel> found)
    {
        if (depth > MaxDepth || found.Count >= MaxParameters || schema.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        foreach (var part in Parts(root, schema))
        {
            Members(root, part, pointer, required, group, inGroup, depth + 1, found);
        }

        if (!schema.TryGetProperty("properties", out var properties) || properties.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        if (schema.TryGetProperty("required", out var list) && list.ValueKind == JsonValueKind.Array)
        {
            names.UnionWith(list.EnumerateArray().Where(n => n.ValueKind == JsonValueKind.String).Select(n => n.GetString()!));
        }

        // A call has to meet one of the forms; tasks are made for the first.
        var form = Condition(schema);
        if (form.ValueKind == JsonValueKind.Object && form.TryGetProperty("required", out var needed) && needed.ValueKind == JsonValueKind.Array)
        {
            names.UnionWith(needed.EnumerateArray().Where(n => n.ValueKind == JsonValueKind.String).Select(n => n.GetString()!));
        }

        foreach (var property in properties.EnumerateObject())
        {
            var isNarrowed = form.ValueKind == JsonValueKind.Object && form.TryGetProperty("properties", out var narrowed) && narrowed.TryGetProperty(property.Name, out _);
            var member = ParameterSchema.Dereference(root, isNarrowed ? form.GetProperty("properties").GetProperty(property.Name) : property.Value);
            var at = $"{pointer}/{ArgumentTree.Escape(property.Name)}";
            if (found.Exists(p => p.Pointer == at || p.Pointer.StartsWith(at + "/", StringComparison.Ordinal)))
            {
                continue;
            }

            Parameter(root, member, at, property.Name, required && names.Contains(property.Name), group, inGroup && names.Contains(property.Name), depth, found);
        }
    }

    private static void Parameter(
        JsonElement root, JsonElement schema, string pointer, string name, bool required, string? group, bool inGroup, int depth, List<ParameterModel> found)
    {
        if (schema.ValueKind != JsonValueKind.Object || found.Count >= MaxParameters)
        {
            return;
        }

        var type = Parts(root, schema).Any(p => TypeOf(p) == "object") ? "object" : TypeOf(schema);
        switch (type)
        {
            case "object" when OpenMember(root, schema) is { } open:
                Parameter(root, open.Schema, $"{pointer}/{open.Name}", open.Name, required, required ? group : group ?? pointer, required ? inGroup : group is null || inGroup, depth + 1, found);
                return;
            case "object":
                Members(root, schema, pointer, required, required ? group : group ?? pointer, required ? inGroup : group is null || inGroup, depth + 1, found);
                return;
            case "array":
                if (schema.TryGetProperty("items", out var items))
                {
                    Parameter(root, ParameterSchema.Dereference(root, items), pointer + "/0", name, required, required ? group : group ?? pointer, required ? inGroup : group is null || inGroup, depth + 1, found);
                }

                return;
            default:
                var (stated, by) = Stated(schema);
                found.Add(new ParameterModel(
                    pointer, name, type, TextOf(schema, "format"), required, group, inGroup, EnumOf(schema), stated, by,
                    Number(schema, "minimum"), Number(schema, "maximum"),
                    (int?)Number(schema, "minLength"), (int?)Number(schema, "maxLength"), TextOf(schema, "pattern"), schema));
                return;
        }
    }

    /// <summary>
    /// A member for an object whose members nobody declared: such objects take anything, and a name is what people give things
    /// first; a map of texts is taken for labels.
    /// </summary>
    private static (string Name, JsonElement Schema)? OpenMember(JsonElement root, JsonElement schema)
    {
        if (Parts(root, schema).Prepend(schema).Any(p => p.TryGetProperty("properties", out var declared) && declared.ValueKind == JsonValueKind.Object && declared.EnumerateObject().Any()))
        {
            return null;
        }

        if (!schema.TryGetProperty("additionalProperties", out var other) || other.ValueKind == JsonValueKind.True)
        {
            return ("name", Text);
        }

        other = ParameterSchema.Dereference(root, other);
        return other.ValueKind != JsonValueKind.Object ? null : TypeOf(other) == "string" ? ("category", other) : ("name", other);
    }

    /// <summary>What a schema is put together from: every part of <c>allOf</c>, the first way of <c>oneOf</c> and <c>anyOf</c>.</summary>
    private static IEnumerable<JsonElement> Parts(JsonElement root, JsonElement schema)
    {
        foreach (var (keyword, most) in Combiners)
        {
            if (schema.TryGetProperty(keyword, out var parts) && parts.ValueKind == JsonValueKind.Array)
            {
                foreach (var part in parts.EnumerateArray().Select(p => ParameterSchema.Dereference(root, p)).Where(p => p.ValueKind == JsonValueKind.Object && !ToolSchemas.IsCondition(schema, p)).Take(most))
                {
                    yield return part;
                }
            }
        }
    }

    /// <summary>The first form where the forms are conditions on declared members; undefined where there are none.</summary>
    private static JsonElement Condition(JsonElement schema)
    {
        foreach (var keyword in (ReadOnlySpan<string>)["oneOf", "anyOf"])
        {
            if (schema.TryGetProperty(keyword, out var forms) && forms.ValueKind == JsonValueKind.Array && forms.GetArrayLength() > 0 && ToolSchemas.IsCondition(schema, forms[0]))
            {
                return forms[0];
            }
        }

        return default;
    }

    private static string TypeOf(JsonElement schema)
    {
        if (schema.TryGetProperty("type", out var type))
        {
            if (type.ValueKind == JsonValueKind.String)
            {
                return type.GetString()!;
            }

            if (type.ValueKind == JsonValueKind.Array)
            {
                return type.EnumerateArray().Select(t => t.GetString()).FirstOrDefault(t => t is not null and not "null") ?? "string";
            }
        }

        return schema.TryGetProperty("properties", out _) ? "object" : schema.TryGetProperty("items", out _) ? "array" : "string";
    }

    private static (Value?, string?) Stated(JsonElement schema)
    {
        foreach (var keyword in (ReadOnlySpan<string>)["const", "enum", "default"])
        {
            if (PlanResolver.TrySchema(schema, keyword, out var value) && !value.IsNull)
            {
                return (value, keyword);
            }
        }

        return (null, null);
    }

    private static List<Value>? EnumOf(JsonElement schema) =>
        schema.TryGetProperty("enum", out var values) && values.ValueKind == JsonValueKind.Array
            ? [.. values.EnumerateArray().Select(v => Value.Parse(v.GetRawText())).Where(v => !v.IsNull)]
            : null;

    private static string? TextOf(JsonElement schema, string name) =>
        schema.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;

    private static double? Number(JsonElement schema, string name) =>
        schema.TryGetProperty(name, out var number) && number.ValueKind == JsonValueKind.Number && number.TryGetDouble(out var value) && double.IsFinite(value) ? value : null;
}
