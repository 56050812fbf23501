using System.Collections.Frozen;

namespace AgentScaler.Collection.Schemas;

/// <summary>Maps the names that people write to the seven types of JSON Schema.</summary>
internal static class TypeNames
{
    private static readonly FrozenDictionary<string, NormalizedType> Known = new Dictionary<string, NormalizedType>(StringComparer.Ordinal)
    {
        ["string"] = new("string"),
        ["str"] = new("string"),
        ["text"] = new("string"),
        ["char"] = new("string"),
        ["enum"] = new("string"),
        ["varchar"] = new("string"),
        ["character"] = new("string"),
        ["password"] = new("string"),
        ["id"] = new("string"),
        ["file"] = new("string", "binary"),
        ["binary"] = new("string", "binary"),
        ["blob"] = new("string", "binary"),
        ["bytes"] = new("string", "binary"),
        ["uuid"] = new("string", "uuid"),
        ["guid"] = new("string", "uuid"),
        ["email"] = new("string", "email"),
        ["url"] = new("string", "uri"),
        ["uri"] = new("string", "uri"),
        ["date"] = new("string", "date"),
        ["datetime"] = new("string", "date-time"),
        ["date-time"] = new("string", "date-time"),
        ["timestamp"] = new("string", "date-time"),
        ["time"] = new("string", "time"),
        ["integer"] = new("integer"),
        ["int"] = new("integer"),
        ["int32"] = new("integer"),
        ["int64"] = new("integer"),
        ["long"] = new("integer"),
        ["short"] = new("integer"),
        ["bigint"] = new("integer"),
        ["uint"] = new("integer"),
        ["uint32"] = new("integer"),
        ["uint64"] = new("integer"),
        ["number"] = new("number"),
        ["float"] = new("number"),
        ["double"] = new("number"),
        ["decimal"] = new("number"),
        ["numeric"] = new("number"),
        ["real"] = new("number"),
        ["float32"] = new("number"),
        ["float64"] = new("number"),
        ["currency"] = new("number"),
        ["boolean"] = new("boolean"),
        ["bool"] = new("boolean"),
        ["object"] = new("object"),
        ["dict"] = new("object"),
        ["dictionary"] = new("object"),
        ["map"] = new("object"),
        ["hashmap"] = new("object"),
        ["hashtable"] = new("object"),
        ["hash"] = new("object"),
        ["struct"] = new("object"),
        ["structure"] = new("object"),
        ["json"] = new("object"),
        ["array"] = new("array"),
        ["list"] = new("array"),
        ["tuple"] = new("array"),
        ["arraylist"] = new("array"),
        ["set"] = new("array"),
        ["vector"] = new("array"),
        ["queue"] = new("array"),
        ["stack"] = new("array"),
        ["null"] = new("null"),
        ["none"] = new("null"),
        ["nonetype"] = new("null"),
        ["void"] = new("null"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly string[] ListPrefixes = ["list of ", "array of ", "list[", "array[", "list<", "array<", "arraylist<", "set<"];

    /// <summary>Returns the meant type, or null if the word names none (<c>any</c>, a media type, a class name).</summary>
    public static NormalizedType? Normalize(string written)
    {
        var word = written.Trim().Trim(',', ';', '.', '"', '\'', ' ').ToLowerInvariant();
        if (Known.TryGetValue(word, out var type))
        {
            return type;
        }

        if (word.EndsWith("[]", StringComparison.Ordinal))
        {
            return new NormalizedType("array", Items: Normalize(word[..^2])?.Name);
        }

        foreach (var prefix in ListPrefixes)
        {
            if (word.StartsWith(prefix, StringComparison.Ordinal))
            {
                var inner = word[prefix.Length..].TrimEnd(']', '>', 's');
                return new NormalizedType("array", Items: Normalize(inner)?.Name);
            }
        }

        // "DATE (YYYY-MM-DD)", "TIME (24-hour HH:MM)", "string (optional)".
        var space = word.IndexOfAny([' ', '(', ':', '|']);
        return space > 0 ? Normalize(word[..space]) : null;
    }

    /// <summary>Whether the word has the spelling of JSON Schema.</summary>
    public static bool IsStandard(string written) => written is "string" or "integer" or "number" or "boolean" or "object" or "array" or "null";
}
