using System.Text.Json;
using AgentScaler.Collection.Documents;

namespace AgentScaler.Collection.Schemas;

/// <summary>One object of several forms: the members of the forms that were added so far, and what tells the forms apart.</summary>
internal sealed class SchemaUnion(LoadedDocument document, SchemaParts root)
{
    private static readonly string[] KeptKeywords =
        ["title", "description", "dependentRequired", "minProperties", "maxProperties", "patternProperties", "nullable", "x-nullable"];

    private readonly List<string> _order = [];
    private readonly Dictionary<string, List<JsonElement>> _members = new(StringComparer.Ordinal);
    private readonly List<SchemaForm> _forms = [];
    private readonly Dictionary<string, List<string>> _narrowed = new(StringComparer.Ordinal);

    private readonly HashSet<string> _own = [.. root.Properties().Select(property => property.Name)];

    public (string Name, List<string> Values)? Tag { get; set; }

    public void AddMembers(SchemaParts form, RepairLog repairs)
    {
        foreach (var (name, home, schema) in form.Properties())
        {
            if (_own.Contains(name))
            {
                continue;
            }

            if (home != document)
            {
                repairs.Add("form_in_other_document");
            }
            else if (_members.TryGetValue(name, out var schemas))
            {
                schemas.Add(schema);
            }
            else
            {
                _members[name] = [schema];
                _order.Add(name);
            }
        }
    }

    public int FormCount => _forms.Count;

    /// <summary>The number of members of the object so far.</summary>
    public int MemberCount => _own.Count + _order.Count;

    /// <summary>Adds a form that is told apart by its tags.</summary>
    public void AddForm(SchemaParts form, IReadOnlyDictionary<string, string> tags) =>
        _forms.Add(new SchemaForm(form.Required(), tags.ToDictionary(
            tag => tag.Key, tag => new List<JsonElement> { JsonBuffer.Element(writer => writer.WriteStringValue(tag.Value)) }, StringComparer.Ordinal)));

    /// <summary>Restricts the values of a tag that only some forms have.</summary>
    public void Narrow(string tag, IEnumerable<string> values)
    {
        if (!_narrowed.TryGetValue(tag, out var known))
        {
            _narrowed[tag] = known = [];
        }

        known.AddRange(values.Except(known, StringComparer.Ordinal));
    }

    /// <summary>Adds a form that is told apart by its constants and required members.</summary>
    public void AddForm(SchemaParts form)
    {
        var constants = new Dictionary<string, List<JsonElement>>(StringComparer.Ordinal);
        foreach (var (name, _, schema) in form.Properties())
        {
            if (Values(schema) is { } values)
            {
                constants[name] = values;
            }
        }

        _forms.Add(new SchemaForm(form.Required(), constants));
    }

    public JsonElement ToSchema(string combiner, RepairLog repairs) => JsonBuffer.Element(writer =>
    {
        var required = root.Required();
        if (_forms.Count > 0 && Tag is null)
        {
            required.UnionWith(_forms.Skip(1).Aggregate(_forms[0].Required.AsEnumerable(), (names, form) => names.Intersect(form.Required)));
        }

        writer.WriteStartObject();
        writer.WriteString("type", "object");
        foreach (var (keyword, value) in Kept())
        {
            writer.WritePropertyName(keyword);
            value.WriteTo(writer);
        }

        WriteProperties(writer, repairs);
        writer.WriteStartArray("required");
        foreach (var name in required)
        {
            writer.WriteStringValue(name);
        }

        writer.WriteEndArray();
        var forms = _forms.ConvertAll(form => form with { Required = [.. form.Required.Where(name => !required.Contains(name))] });
        if (forms.Count > 1
            && forms.TrueForAll(form => form.Required.Count + form.Constants.Count > 0)
            && (Tag is null || forms.Exists(form => form.Required.Count > 0)))
        {
            writer.WriteStartArray(combiner);
            forms.ForEach(form => form.Write(writer));
            writer.WriteEndArray();
        }
        else if (forms.Count > 1 && Tag is null)
        {
            repairs.Add("choice_not_enforced");
        }

        writer.WriteEndObject();
    });

    /// <summary>Returns the demands of the object beside its members and forms.</summary>
    private IEnumerable<(string Keyword, JsonElement Value)> Kept()
    {
        foreach (var keyword in KeptKeywords)
        {
            if (root.Keyword(keyword) is { } found && found.Document == document)
            {
                yield return (keyword, found.Value);
            }
        }
    }

    private void WriteProperties(Utf8JsonWriter writer, RepairLog repairs)
    {
        if (root.Properties().Count(property => property.Document != document) is var elsewhere and > 0)
        {
            repairs.Add("form_in_other_document", elsewhere);
        }

        writer.WriteStartObject("properties");
        foreach (var (name, _, schema) in root.Properties().Where(property => property.Document == document))
        {
            writer.WritePropertyName(name);
            (Tag?.Name == name ? SchemaParts.Join([schema, TagSchema()]) : schema).WriteTo(writer);
        }

        if (Tag is { } tag && !_own.Contains(tag.Name))
        {
            writer.WritePropertyName(tag.Name);
            TagSchema().WriteTo(writer);
        }

        foreach (var name in _order.Where(name => name != Tag?.Name))
        {
            writer.WritePropertyName(name);
            var member = Any(_members[name]);
            (_narrowed.TryGetValue(name, out var values) ? SchemaParts.Join([member, Words(values)]) : member).WriteTo(writer);
        }

        writer.WriteEndObject();
    }

    private JsonElement TagSchema() => Words(Tag!.Value.Values);

    /// <summary>Returns the schema of a text that is one of some words, or of any text if no word is known.</summary>
    public static JsonElement Words(List<string> words) => JsonBuffer.Element(writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("type", "string");
        if (words.Count > 0)
        {
            writer.WriteStartArray("enum");
            words.ForEach(writer.WriteStringValue);
            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    });

    /// <summary>Returns the schema of a member in any of the forms; for constants it is their list.</summary>
    private static JsonElement Any(List<JsonElement> schemas)
    {
        if (schemas.Count == 1 || schemas.Exists(schema => Values(schema) is null))
        {
            return SchemaParts.Choose(schemas);
        }

        var values = schemas.SelectMany(schema => Values(schema)!).DistinctBy(value => value.GetRawText(), StringComparer.Ordinal).ToList();
        return JsonBuffer.Element(writer =>
        {
            writer.WriteStartObject();
            if (schemas.Select(schema => schema.TextMember("description")).FirstOrDefault(text => text is not null) is { } description)
            {
                writer.WriteString("description", description);
            }

            writer.WriteStartArray("enum");
            values.ForEach(value => value.WriteTo(writer));
            writer.WriteEndArray();
            writer.WriteEndObject();
        });
    }

    /// <summary>Returns the only values that a schema allows; null if it does not list them.</summary>
    public static List<JsonElement>? Values(JsonElement schema) =>
        schema.ValueKind != JsonValueKind.Object ? null
            : schema.ArrayMember("allOf") is { } all && all.EnumerateArray().Select(Values).FirstOrDefault(values => values is not null) is { } joined
                ? joined
            : schema.TryGetProperty("const", out var constant) ? [constant]
            : schema.ArrayMember("enum") is { } list && list.GetArrayLength() > 0 ? [.. list.EnumerateArray()]
            : null;
}
