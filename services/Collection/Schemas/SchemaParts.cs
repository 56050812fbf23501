using System.Text.Json;
using AgentScaler.Collection.Documents;

namespace AgentScaler.Collection.Schemas;

/// <summary>
/// A schema together with the schemas that <c>allOf</c> joins to it: the outermost first. Most schemas are one part.
/// Reading a keyword means taking it from the first part that has it; objects are the union of their parts.
/// </summary>
internal sealed class SchemaParts
{
    // Deeper inheritance than this has only been seen in circles.
    private const int MaximumParts = 64;

    private readonly List<(LoadedDocument Document, JsonElement Element)> _parts = [];

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

        _parts.Add((document, schema));
        if (schema.TryGetProperty("$ref", out var reference) && reference.ValueKind == JsonValueKind.String
            && resolver.Resolve(document, reference.GetString()!) is { } target)
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
        foreach (var choice in (ReadOnlySpan<string>)["oneOf", "anyOf"])
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

    public bool Flag(string name) => _parts.Exists(part => part.Element.FlagMember(name));

    /// <summary>Properties by name in the order of the source, each with the document it stands in.</summary>
    public List<(string Name, LoadedDocument Document, JsonElement Schema)> Properties()
    {
        var result = new List<(string, LoadedDocument, JsonElement)>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (document, element) in _parts)
        {
            if (element.ObjectMember("properties") is { } properties)
            {
                foreach (var property in properties.DistinctMembers())
                {
                    if (property.Name.Length > 0 && seen.Add(property.Name))
                    {
                        result.Add((property.Name, document, property.Value));
                    }
                }
            }
        }

        return result;
    }

    /// <summary>Names that some part requires.</summary>
    public HashSet<string> Required()
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (_, element) in _parts)
        {
            if (element.ArrayMember("required") is { } required)
            {
                foreach (var name in required.EnumerateArray())
                {
                    if (name.Text() is { } text)
                    {
                        names.Add(text);
                    }
                }
            }
        }

        return names;
    }
}
