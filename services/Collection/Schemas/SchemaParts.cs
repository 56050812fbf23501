using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using AgentScaler.Collection.Documents;

namespace AgentScaler.Collection.Schemas;

/// <summary>
/// A schema together with the schemas that <c>allOf</c> and references join to it, the outermost first. Most schemas have one part. Descriptive
/// keywords (a title, a default) come from the first part that has them. The demands of all parts apply, so readers intersect <see cref="All"/>.
/// Objects are the union of their parts.
/// </summary>
internal sealed class SchemaParts
{
    // Deeper inheritance has only been seen in circles.
    private const int MaximumParts = 64;

    private const int LongestKeyword = 32;

    private static readonly string[] ChoiceKeywords = ["oneOf", "anyOf"];
    private static readonly ulong ChoiceMask = SchemaKeywords.MaskOf("oneOf") | SchemaKeywords.MaskOf("anyOf");
    private static readonly ulong JoinMask = ChoiceMask | SchemaKeywords.MaskOf("allOf");
    private static readonly ulong ReferenceMask = SchemaKeywords.MaskOf("$ref") | SchemaKeywords.MaskOf("$dynamicRef") | SchemaKeywords.MaskOf("$recursiveRef");
    private static readonly ulong IdMask = SchemaKeywords.MaskOf("$id");

    private readonly List<(LoadedDocument Document, JsonElement Element)> _parts = [];
    private HashSet<(LoadedDocument, string)>? _followed;

    private ulong _present;
    private List<string>? _unknown;
    private List<(LoadedDocument Document, string Reference)>? _broken;
    private List<(string Name, LoadedDocument Document, JsonElement Schema)>? _properties;

    private SchemaParts()
    {
    }

    /// <summary>Members that are not known keywords.</summary>
    public IReadOnlyList<string> Unknown => _unknown ?? [];

    /// <summary>References of the parts that lead nowhere, or to a value that is no schema.</summary>
    private IReadOnlyList<(LoadedDocument Document, string Reference)> Broken => _broken ?? [];

    public int Count => _parts.Count;

    /// <summary>Counts the references that lead nowhere. Each schema is asked once, where it is written.</summary>
    public void NoteBroken(RepairLog repairs)
    {
        foreach (var (document, reference) in Broken)
        {
            repairs.AddBroken("broken_reference", document, reference);
        }
    }

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

        var held = Scan(schema);
        document = (held & IdMask) != 0 ? ReferenceResolver.Scope(document, schema) : document;
        _parts.Add((document, schema));
        _present |= held;
        if ((held & ReferenceMask) != 0 && schema.Reference() is { } reference)
        {
            Follow(document, reference, resolver);
        }

        if ((held & JoinMask) == 0)
        {
            return;
        }

        if (schema.ArrayMember("allOf") is { } all)
        {
            foreach (var member in all.EnumerateArray())
            {
                Collect(document, member, resolver);
            }
        }

        // A choice with a single member is not a choice.
        foreach (var choice in ChoiceKeywords)
        {
            if (schema.ArrayMember(choice) is { } only && only.GetArrayLength() == 1)
            {
                Collect(document, only[0], resolver);
            }
        }
    }

    private void Follow(LoadedDocument document, string reference, ReferenceResolver resolver)
    {
        if (document.Joined is null
            && resolver.Resolve(document, reference) is not { Element.ValueKind: JsonValueKind.Object or JsonValueKind.True or JsonValueKind.False })
        {
            (_broken ??= []).Add((document, reference));
        }
        else if (resolver.Resolve(document, reference) is { } target
            && (document.Joined is not null || (_followed ??= []).Add((target.Document, target.Pointer))))
        {
            // Joined schemas have no pointers of their own, and cannot lead back to themselves.
            Collect(target.Document, target.Element, resolver);
        }
    }

    /// <summary>Whether any part has the keyword, with any value.</summary>
    public bool Has(string name) => SchemaKeywords.MaskOf(name) is var mask && (mask == ulong.MaxValue || (_present & mask) != 0);

    /// <summary>Returns the bits of a schema's keywords. Other members are kept by name.</summary>
    private ulong Scan(JsonElement schema)
    {
        var held = 0UL;
        Span<char> name = stackalloc char[LongestKeyword];
        foreach (var member in schema.EnumerateObject())
        {
            var bytes = JsonMarshal.GetRawUtf8PropertyName(member);
            if (bytes.Length <= LongestKeyword
                && Encoding.UTF8.TryGetChars(bytes, name, out var length)
                && SchemaKeywords.Bits.TryGetValue(name[..length], out var bit))
            {
                held |= bit == SchemaKeywords.NoBit ? 0 : 1UL << bit;
            }
            else
            {
                (_unknown ??= []).Add(member.Name);
            }
        }

        return held;
    }

    public (LoadedDocument Document, JsonElement Value)? Keyword(string name)
    {
        if (!Has(name))
        {
            return null;
        }

        foreach (var (document, element) in _parts)
        {
            if (element.Member(name) is { } value)
            {
                return (document, value);
            }
        }

        return null;
    }

    /// <summary>Returns the keyword of every part that has it.</summary>
    public IEnumerable<(LoadedDocument Document, JsonElement Value)> All(string name) => Has(name) ? Each(name) : [];

    private IEnumerable<(LoadedDocument Document, JsonElement Value)> Each(string name)
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
    /// Returns one schema with the keyword's demands in all parts; null if no part has it as a schema.
    /// </summary>
    public (LoadedDocument Document, JsonElement Schema)? Joined(string name)
    {
        List<(LoadedDocument, JsonElement)>? schemas = null;
        foreach (var (document, value) in All(name))
        {
            if (value.ValueKind == JsonValueKind.Object)
            {
                (schemas ??= []).Add((document, value));
            }
        }

        return schemas is null ? null : Join(schemas);
    }

    /// <summary>Returns the choices with at least two members, each list separately.</summary>
    public IEnumerable<(LoadedDocument Document, string Keyword, JsonElement List)> Choices() => (_present & ChoiceMask) != 0 ? EachChoice() : [];

    private IEnumerable<(LoadedDocument Document, string Keyword, JsonElement List)> EachChoice()
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
    /// Returns the properties by name in the order of the source, each with its document. A property that several parts declare must satisfy them all.
    /// </summary>
    public IReadOnlyList<(string Name, LoadedDocument Document, JsonElement Schema)> Properties() => _properties ??= [.. Named("properties"), .. Conditional()];

    /// <summary>
    /// Returns the properties that only <c>then</c> and <c>else</c> declare. They are always allowed; whether they are required depends on others.
    /// </summary>
    private List<(string Name, LoadedDocument Document, JsonElement Schema)> Conditional()
    {
        var result = new List<(string Name, LoadedDocument Document, JsonElement Schema)>();
        if (!Unknown.Contains("if"))
        {
            return result;
        }

        var known = _parts.SelectMany(part => part.Element.ObjectMember("properties")?.DistinctMembers() ?? []).Select(member => member.Name)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var (document, element) in _parts.Where(part => part.Element.Member("if") is not null))
        {
            foreach (var branch in (ReadOnlySpan<string>)["then", "else"])
            {
                foreach (var member in element.ObjectMember(branch)?.ObjectMember("properties")?.DistinctMembers() ?? [])
                {
                    if (member.Name.Length > 0 && known.Add(member.Name))
                    {
                        result.Add((member.Name, document, member.Value));
                    }
                }
            }
        }

        return result;
    }

    /// <summary>Returns the members of a map of schemas, in the form of <see cref="Properties"/>.</summary>
    public List<(string Name, LoadedDocument Document, JsonElement Schema)> Named(string keyword)
    {
        var result = new List<(string Name, LoadedDocument Document, JsonElement Schema)>();
        if (!Has(keyword))
        {
            return result;
        }

        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        Dictionary<int, List<(LoadedDocument, JsonElement)>>? repeated = null;
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
                else
                {
                    Repeat(places[member.Name], document, member.Value);
                }
            }
        }

        foreach (var (place, schemas) in repeated ?? [])
        {
            var (document, schema) = Join(schemas);
            result[place] = (result[place].Name, document, schema);
        }

        return result;

        void Repeat(int place, LoadedDocument document, JsonElement schema)
        {
            if (!(repeated ??= []).TryGetValue(place, out var schemas))
            {
                repeated[place] = schemas = [(result[place].Document, result[place].Schema)];
            }

            schemas.Add((document, schema));
        }
    }

    public bool Flag(string name) => Has(name) && _parts.Exists(part => part.Element.FlagMember(name));

    /// <summary>Returns the names that any part requires.</summary>
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

    /// <summary>Returns a schema with the demands of all schemas, and the document in which it is read.</summary>
    private static (LoadedDocument Document, JsonElement Schema) Join(List<(LoadedDocument Document, JsonElement Schema)> schemas)
    {
        var home = schemas[0].Document;
        if (schemas.TrueForAll(schema => schema.Document == home))
        {
            return (home, Join([.. schemas.Select(schema => schema.Schema)]));
        }

        var demanding = schemas.FindAll(schema => schema.Schema.ValueKind != JsonValueKind.True);
        if (demanding.Find(schema => schema.Schema.ValueKind == JsonValueKind.False) is { Document: not null } never)
        {
            return never;
        }

        if (demanding is [] or [_])
        {
            return demanding is [var only] ? only : schemas[0];
        }

        var joined = JoinedDocument.Of(demanding);
        return (joined, joined.Root);
    }

    /// <summary>Returns a schema with the demands of all schemas.</summary>
    public static JsonElement Join(IReadOnlyList<JsonElement> schemas)
    {
        // Repeated demands count once, and "true" demands nothing.
        var distinct = schemas.Where(schema => schema.ValueKind is not JsonValueKind.True).DistinctBy(schema => schema.GetRawText(), StringComparer.Ordinal)
            .ToList();
        return distinct switch
        {
            [] => schemas[0],
            [var only] => only,
            _ when distinct.Find(schema => schema.ValueKind == JsonValueKind.False) is { ValueKind: JsonValueKind.False } never => never,
            _ => JsonBuffer.Element(writer => WriteList(writer, "allOf", distinct)),
        };
    }

    /// <summary>Returns a schema that is satisfied by satisfying any of the schemas.</summary>
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
