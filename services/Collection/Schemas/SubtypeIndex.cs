using System.Text.Json;
using AgentScaler.Collection.Documents;

namespace AgentScaler.Collection.Schemas;

/// <summary>The subtypes of parents with a discriminator: the named schemas of a document that extend others by <c>allOf</c>.</summary>
internal sealed class SubtypeIndex
{
    private static readonly string[] Places = ["/components/schemas", "/definitions", "/$defs"];

    private readonly Dictionary<string, List<(string Name, string Pointer, JsonElement Schema)>> _children = new(StringComparer.Ordinal);

    public SubtypeIndex(LoadedDocument document, ReferenceResolver resolver)
    {
        foreach (var place in Places)
        {
            if (JsonPointer.TryFollow(document.Root, place, out var schemas))
            {
                foreach (var schema in schemas.DistinctMembers())
                {
                    Note(document, resolver, schema, $"{place}/{JsonPointer.Escape(schema.Name)}");
                }
            }
        }
    }

    /// <summary>Returns the direct and indirect subtypes of a schema, without the schema itself, in the order of the document.</summary>
    public IReadOnlyList<(string Name, string Pointer, JsonElement Schema)> Descendants(string pointer)
    {
        var found = new List<(string, string, JsonElement)>();
        var seen = new HashSet<string>(StringComparer.Ordinal) { pointer };
        var open = new Queue<string>([pointer]);
        while (open.TryDequeue(out var parent))
        {
            foreach (var child in _children.GetValueOrDefault(parent) ?? [])
            {
                if (seen.Add(child.Pointer))
                {
                    found.Add(child);
                    open.Enqueue(child.Pointer);
                }
            }
        }

        return found;
    }

    private void Note(LoadedDocument document, ReferenceResolver resolver, JsonProperty schema, string pointer)
    {
        foreach (var parent in schema.Value.ArrayMember("allOf")?.EnumerateArray() ?? default)
        {
            if (parent.Reference() is { } reference && resolver.Resolve(document, reference) is { } target && target.Document == document)
            {
                if (!_children.TryGetValue(target.Pointer, out var children))
                {
                    _children[target.Pointer] = children = [];
                }

                children.Add((schema.Name, pointer, schema.Value));
            }
        }
    }
}
