using System.Text.Json;
using AgentScaler.Environments.JsonSchemas;
using AgentScaler.Environments.Values;
using AgentScaler.Trajectories.Plans;

namespace AgentScaler.Tasks.Reading;

/// <summary>Flattens a tool's parameter schema into the scalar arguments that a person could be asked for.</summary>
internal static class ParameterReader
{
    private const int MaxDepth = 4;
    private const int MaxParameters = 200;

    private static readonly ToolSchema Text = ToolSchema.Read(JsonDocument.Parse("""{"type":"string"}""").RootElement.Clone());

    public static IReadOnlyList<ParameterModel> Read(ToolSchema parameters)
    {
        var found = new List<ParameterModel>();
        if (parameters.Resolved is { } schema)
        {
            Members(schema, new Place("", "", Required: true, Group: null, InGroup: true, 0), found);
        }

        return found;
    }

    private static void Members(ToolSchema schema, Place place, List<ParameterModel> found)
    {
        if (place.Depth > MaxDepth || found.Count >= MaxParameters || !schema.IsObject)
        {
            return;
        }

        foreach (var part in Parts(schema))
        {
            Members(part, place with { Depth = place.Depth + 1 }, found);
        }

        // A call has to meet one of the forms; tasks are made for the first.
        var form = Condition(schema);
        var needed = schema.Required.Concat(form?.Required ?? []).ToHashSet(StringComparer.Ordinal);
        foreach (var property in schema.Properties)
        {
            var at = $"{place.Pointer}/{ArgumentTree.Escape(property.Name)}";
            if (found.Exists(p => p.Pointer == at || p.Pointer.StartsWith(at + "/", StringComparison.Ordinal)))
            {
                continue;
            }

            var member = new Place(
                at, property.Name, place.Required && needed.Contains(property.Name), place.Group, place.InGroup && needed.Contains(property.Name), place.Depth);
            Parameter((form?.Property(property.Name) ?? property.Schema).Resolved, member, found);
        }
    }

    private static void Parameter(ToolSchema? schema, Place place, List<ParameterModel> found)
    {
        if (schema is not { IsObject: true } || found.Count >= MaxParameters)
        {
            return;
        }

        var type = Parts(schema).Any(p => p.Type == "object") ? "object" : schema.Type ?? "string";
        switch (type)
        {
            case "object" when OpenMember(schema) is { } open:
                Parameter(open.Schema, place.Inside($"{place.Pointer}/{open.Name}", open.Name), found);
                return;
            case "object":
                Members(schema, place.Inside(place.Pointer, place.Name), found);
                return;
            case "array":
                Parameter(schema.Items?.Resolved, place.Inside(place.Pointer + "/0", place.Name), found);
                return;
            default:
                var (stated, by) = Stated(schema);
                found.Add(new ParameterModel(
                    place.Pointer, place.Name, type, schema.Format, place.Required, place.Group, place.InGroup, schema.Enum?.Where(v => !v.IsNull).ToList(),
                        stated, by,
                    schema.Minimum, schema.Maximum, schema.MinLength, schema.MaxLength, schema.Pattern));
                return;
        }
    }

    /// <summary>
    /// A member for an object whose members nobody declared: such objects take anything, and a name is what people give things
    /// first; a map of texts is taken for labels.
    /// </summary>
    private static (string Name, ToolSchema Schema)? OpenMember(ToolSchema schema)
    {
        if (Parts(schema).Prepend(schema).Any(p => p.Properties.Count > 0))
        {
            return null;
        }

        if (schema.Additional is null || (schema.Additional is { IsObject: false, IsNever: false }))
        {
            return ("name", Text);
        }

        return schema.Additional.Resolved is not { IsObject: true } other ? null : other.Type is "string" or null ? ("category", other) : ("name", other);
    }

    /// <summary>The parts of a schema: every part of <c>allOf</c>, the first way of <c>oneOf</c> and <c>anyOf</c>.</summary>
    private static IEnumerable<ToolSchema> Parts(ToolSchema schema) =>
        Resolved(schema, schema.AllOf).Concat(Resolved(schema, schema.OneOf).Take(1)).Concat(Resolved(schema, schema.AnyOf).Take(1));

    private static IEnumerable<ToolSchema> Resolved(ToolSchema schema, IReadOnlyList<ToolSchema> parts) =>
        parts.Select(p => p.Resolved).OfType<ToolSchema>().Where(p => p.IsObject && !schema.IsCondition(p));

    /// <summary>The first form where the forms are conditions on declared members; null where there are none.</summary>
    private static ToolSchema? Condition(ToolSchema schema) =>
        new[] { schema.OneOf, schema.AnyOf }.Where(forms => forms.Count > 0 && schema.IsCondition(forms[0])).Select(forms => forms[0]).FirstOrDefault();

    private static (Value?, string?) Stated(ToolSchema schema)
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

    /// <summary>Where a schema stands in the arguments.</summary>
    /// <param name="Name">The last name in the pointer.</param>
    private sealed record Place(string Pointer, string Name, bool Required, string? Group, bool InGroup, int Depth)
    {
        /// <summary>A place inside this one. What is optional around it is the group that is given together.</summary>
        public Place Inside(string pointer, string name) =>
            new(pointer, name, Required, Required ? Group : Group ?? Pointer, Required ? InGroup : Group is null || InGroup, Depth + 1);
    }
}
