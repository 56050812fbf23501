using System.Text.Json;
using AgentScaler.Collection.Documents;

namespace AgentScaler.Collection.Schemas;

/// <summary>
/// A schema together with the schemas that <c>allOf</c> and references join to it: the outermost first. Most schemas are one
/// part. What describes (a title, a default) is taken from the first part that has it; what demands is demanded by every
/// part, so its readers intersect <see cref="All"/>; objects are the union of their parts.
/// </summary>
internal sealed class SchemaParts
{
    // Deeper inheritance than this has only been seen in circles.
    private const int MaximumParts = 64;

    private static readonly string[] ChoiceKeywords = ["oneOf", "anyOf"];

    private readonly List<(LoadedDocument Document, JsonElement Element)> _parts = [];
    private readonly HashSet<(LoadedDocument, string)> _followed = [];

    private SchemaParts()
    {
    }

    public int Count => _parts.Count;

    public (LoadedDocument Document, JsonElement Element) this[int index] => _parts[index];

    public static SchemaParts Of(LoadedDocument document, JsonElement schema, ReferenceResolver resolver)
    {
        var parts = new SchemaParts();
        parts.Collect(document, schema, resolver);
        return parts;
    }

    private void Collect(LoadedDocument document, JsonElement schema, ReferenceResolver resolver)
    {
        if (schema.ValueKind != JsonValueKind.Object || _parts.Count >= MaximumParts)
        {
            return;
        }

        document = ReferenceResolver.Scope(document, schema);
        _parts.Add((document, schema));
        if (schema.Reference() is { } reference && resolver.Resolve(document, reference) is { } target && _followed.Add((target.Document, target.Pointer)))
        {
            Collect(target.Document, target.Element, resolver);
        }

        if (schema.ArrayMember("allOf") is { } all)
        {
            foreach (var member in all.EnumerateArray())
            {
                Collect(document, member, resolver);
            }
        }

        // A choice of one is no choice.
        foreach (var choice in ChoiceKeywords)
        {
            if (schema.ArrayMember(choice) is { } only && only.GetArrayLength() == 1)
            {
                Collect(document, only[0], resolver);
            }
        }
    }

    public (LoadedDocument Document, JsonElement Value)? Keyword(string name)
    {
        foreach (var (document, element) in _parts)
        {
            if (element.Member(name) is { } value)
            {
                return (document, value);
            }
        }

        return null;
    }

    /// <summary>The keyword of every part that has it.</summary>
    public IEnumerable<(LoadedDocument Document, JsonElement Value)> All(string name)
    {
        foreach (var (document, element) in _parts)
        {
            if (element.Member(name) is { } value)
            {
                yield return (document, value);
            }
        }
    }

    /// <summary>
    /// One schema that demands what the keyword demands in every part; null where no part has it as a schema. Schemas of
    /// different documents cannot be written as one: the first speaks for them.
    /// </summary>
    public (LoadedDocument Document, JsonElement Schema)? Joined(string name)
    {
        List<JsonElement>? schemas = null;
        LoadedDocument? home = null;
        foreach (var (document, value) in All(name))
        {
            if (value.ValueKind == JsonValueKind.Object && (home ??= document) == document)
            {
                (schemas ??= []).Add(value);
            }
        }

        return schemas is null ? null : (home!, Join(schemas));
    }

    /// <summary>Choices of at least two that a value has to make, each list apart.</summary>
    public IEnumerable<(LoadedDocument Document, string Keyword, JsonElement List)> Choices()
    {
        foreach (var (document, element) in _parts)
        {
            foreach (var keyword in ChoiceKeywords)
            {
                if (element.ArrayMember(keyword) is { } list && list.GetArrayLength() > 1)
                {
                    yield return (document, keyword, list);
                }
            }
        }
    }

    /// <summary>
    /// Properties by name in the order of the source, each with the document it stands in. One that several parts declare has
    /// to meet them all.
    /// </summary>
    public List<(string Name, LoadedDocument Document, JsonElement Schema)> Properties() => Named("properties");

    /// <summary>The members of a map of schemas, as <see cref="Properties"/> are.</summary>
    public List<(string Name, LoadedDocument Document, JsonElement Schema)> Named(string keyword)
    {
        var result = new List<(string Name, LoadedDocument Document, JsonElement Schema)>();
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (document, element) in _parts)
        {
            if (element.ObjectMember(keyword) is not { } members)
            {
                continue;
            }

            foreach (var member in members.DistinctMembers())
            {
                if (member.Name.Length == 0)
                {
                    continue;
                }

                if (places.TryAdd(member.Name, result.Count))
                {
                    result.Add((member.Name, document, member.Value));
                }
                else if (result[places[member.Name]] is var known && known.Document == document)
                {
                    result[places[member.Name]] = known with { Schema = Join([known.Schema, member.Value]) };
                }
            }
        }

        return result;
    }

    public bool Flag(string name) => _parts.Exists(part => part.Element.FlagMember(name));

    /// <summary>Names that some part requires.</summary>
    public HashSet<string> Required()
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (_, required) in All("required"))
        {
            if (required.ValueKind == JsonValueKind.Array)
            {
                names.UnionWith(required.EnumerateArray().Select(name => name.Text()).OfType<string>());
            }
        }

        return names;
    }

    /// <summary>A schema that demands what all of them demand.</summary>
    public static JsonElement Join(IReadOnlyList<JsonElement> schemas)
    {
        // Said twice is said once, and "true" demands nothing.
        var distinct = schemas.Where(schema => schema.ValueKind is not JsonValueKind.True).DistinctBy(schema => schema.GetRawText(), StringComparer.Ordinal).ToList();
        return distinct switch
        {
            [] => schemas[0],
            [var only] => only,
            _ when distinct.Find(schema => schema.ValueKind == JsonValueKind.False) is { ValueKind: JsonValueKind.False } never => never,
            _ => JsonBuffer.Element(writer => WriteList(writer, "allOf", distinct)),
        };
    }

    /// <summary>A schema that demands what one of them demands.</summary>
    public static JsonElement Choose(IReadOnlyList<JsonElement> schemas)
    {
        var distinct = schemas.DistinctBy(schema => schema.GetRawText(), StringComparer.Ordinal).ToList();
        return distinct is [var only] ? only : JsonBuffer.Element(writer => WriteList(writer, "anyOf", distinct));
    }

    private static void WriteList(Utf8JsonWriter writer, string keyword, List<JsonElement> schemas)
    {
        writer.WriteStartObject();
        writer.WriteStartArray(keyword);
        schemas.ForEach(schema => schema.WriteTo(writer));
        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
