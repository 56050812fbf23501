using System.Text.Json;
using AgentScaler.Environments.JsonSchemas;
using AgentScaler.Language;

namespace AgentScaler.Clustering.Profiles;

/// <summary>
/// Lists the fields of a JSON Schema. A schema is untrusted: references may be missing or cyclic, keywords may hold
/// anything; what cannot be read is passed over.
/// </summary>
internal sealed class SchemaFields(int maximumDepth, int maximumFields)
{
    private const int MaximumHops = 24;

    /// <summary>Schemas looked at in all: combinators that refer to each other multiply with every step.</summary>
    private const int MaximumVisits = 2000;

    private readonly List<FieldProfile> _fields = [];
    private int _visits;

    public static IReadOnlyList<FieldProfile> Of(JsonElement schema, int maximumDepth, int maximumFields)
    {
        var walker = new SchemaFields(maximumDepth, maximumFields);
        walker.Visit(ToolSchema.Read(schema), path: "", owner: null, isList: false, depth: 0, hops: 0);
        return walker._fields;
    }

    private void Visit(ToolSchema written, string path, string? owner, bool isList, int depth, int hops)
    {
        if (Resolve(written, ref hops) is not { IsObject: true } schema || hops > MaximumHops || ++_visits > MaximumVisits || _fields.Count >= maximumFields)
        {
            return;
        }

        foreach (var part in schema.AllOf.Concat(schema.OneOf).Concat(schema.AnyOf).Where(part => !schema.IsCondition(part)))
        {
            Visit(part, path, owner, isList, depth, hops + 1);
        }

        if (schema.Items is { IsObject: true } items)
        {
            Visit(items, path + "[]", owner, isList: true, depth, hops + 1);
        }

        if (depth < maximumDepth)
        {
            foreach (var property in schema.Properties.TakeWhile(_ => _fields.Count < maximumFields))
            {
                VisitProperty(property, path, owner, isList, depth, hops);
            }
        }
    }

    private void VisitProperty(ToolSchemaProperty property, string path, string? owner, bool isList, int depth, int hops)
    {
        var name = Words.Normal(property.Name);
        if (name.Length == 0)
        {
            return;
        }

        var schema = Resolve(property.Schema, ref hops);
        var memberPath = path.Length == 0 ? property.Name : $"{path}.{property.Name}";
        var type = TypeOf(schema, hops);
        var isArray = type == "array";
        if (isArray && schema!.Items is { } items)
        {
            var itemHops = hops;
            type = TypeOf(Resolve(items, ref itemHops), itemHops);
        }

        _fields.Add(new FieldProfile(
            isArray && type is not ("object" or "any") ? memberPath + "[]" : memberPath,
            name, owner, type, schema?.Format, SemanticTypes.Of(name, type, schema?.Format), property.Required, isList || isArray,
            property.Schema.Description ?? schema?.Description));
        if (schema is not null)
        {
            Visit(schema, memberPath, name, isList, depth + 1, hops + 1);
        }
    }

    private static ToolSchema? Resolve(ToolSchema schema, ref int hops)
    {
        var at = schema;
        while (at?.ReferenceText is not null && hops++ <= MaximumHops)
        {
            at = at.Reference;
        }

        return at;
    }

    private static string TypeOf(ToolSchema? schema, int hops) => hops > MaximumHops ? "any" : schema?.Type ?? "any";
}
