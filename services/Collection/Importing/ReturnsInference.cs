using System.Text.Json;
using AgentScaler.Collection.Documents;
using AgentScaler.Environments.JsonSchemas;
using AgentScaler.Language;
using AgentScaler.Tools;

namespace AgentScaler.Collection.Importing;

/// <summary>
/// Infers a return schema for tools whose source declares none. A list returns a list of the resource, a read or a write returns the resource with
/// the fields that its arguments name, and a removal returns whether it was done. The schema is always marked <see cref="ReturnsOrigin.Inferred"/>.
/// </summary>
internal static class ReturnsInference
{
    private const int MaximumFields = 12;

    private static readonly HashSet<string> Articles = new(StringComparer.Ordinal) { "a", "an", "the", "my", "your", "all" };
    private static readonly HashSet<string> Prepositions =
        new(StringComparer.Ordinal) { "by", "for", "from", "in", "of", "on", "with", "near", "at", "to", "into", "between", "as" };
    private static readonly HashSet<string> Lists = new(StringComparer.Ordinal) { "list", "search", "find", "query", "browse", "lookup" };
    private static readonly HashSet<string> Removals = new(StringComparer.Ordinal)
    {
        "delete", "remove", "cancel", "clear", "purge", "revoke", "destroy", "drop", "unsubscribe", "logout", "stop", "disconnect",
    };

    private static readonly HashSet<string> Creations = new(StringComparer.Ordinal)
    {
        "create", "add", "new", "register", "book", "make", "open", "submit", "post", "schedule", "reserve", "place", "order", "hire", "request", "send",
            "upload", "issue", "insert", "generate", "publish", "record",
        "log", "file", "start", "launch", "build", "save", "import", "clone", "copy", "duplicate", "enroll", "sign", "write", "draft", "compose", "transfer",
            "pay", "buy", "purchase", "notify", "report",
    };

    public static byte[] Infer(ToolEffect effect, string name, string resource, byte[] parameters)
    {
        List<string> words = [.. Words.Split(name)];
        var verb = words.Find(word => Lists.Contains(word) || Removals.Contains(word));
        var noun = Noun(words, verb, resource);
        var schema = JsonBuffer.Element(parameters);
        return JsonBuffer.Bytes(writer =>
        {
            if (verb is not null && Lists.Contains(verb) && effect != ToolEffect.Write)
            {
                WriteList(writer, noun, schema);
            }
            else if (verb is not null && Removals.Contains(verb) && effect == ToolEffect.Write)
            {
                writer.WriteStartObject();
                writer.WriteString("type", "object");
                writer.WriteStartObject("properties");
                WriteField(writer, "success", "boolean");
                writer.WriteEndObject();
                writer.WriteEndObject();
            }
            else
            {
                // A created thing gets an id. A thing that an argument names ("turn_on" of a device_id) has one already.
                WriteResource(writer, noun, schema, keyed: effect != ToolEffect.Write || words.Exists(Creations.Contains) || !Names(schema));
            }
        });
    }

    private static void WriteList(Utf8JsonWriter writer, string noun, JsonElement parameters)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "array");
        writer.WritePropertyName("items");
        WriteResource(writer, noun, parameters, keyed: true);
        writer.WriteEndObject();
    }

    private static void WriteResource(Utf8JsonWriter writer, string noun, JsonElement parameters, bool keyed)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "object");
        writer.WriteStartObject("properties");
        var names = new HashSet<string>(StringComparer.Ordinal);
        var fields = Properties(parameters).Where(property => ScalarType(property.Value) is not null).Take(MaximumFields).ToList();
        if (keyed && !fields.Exists(field => IsKey(field.Key, noun)))
        {
            var key = noun.Length == 0 ? "id" : noun + "_id";
            names.Add(key);
            WriteField(writer, key, "string");
        }

        foreach (var field in fields)
        {
            if (names.Add(field.Key))
            {
                writer.WritePropertyName(field.Key);
                WriteScalar(writer, field.Value);
            }
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    /// <summary>Whether a required argument names the changed thing.</summary>
    private static bool Names(JsonElement parameters) =>
        parameters.ArrayMember("required") is { } required
        && required.EnumerateArray().Any(name => name.ValueKind == JsonValueKind.String
            && Words.Split(name.GetString()!) is { Count: > 0 } words
            && words[^1] is "id" or "uuid" or "key" or "number" or "code");

    private static bool IsKey(string name, string noun)
    {
        var words = Words.Split(name);
        return words is ["id"] or ["uuid"] || (words.Count > 1 && words[^1] == "id" && words[^2] == noun);
    }

    /// <summary>The parameters with their schemas as JSON, references followed.</summary>
    private static IEnumerable<KeyValuePair<string, JsonElement>> Properties(JsonElement parameters) => ToolSchema.Read(parameters).Properties
        .Select(property => KeyValuePair.Create(property.Name, (property.Schema.Resolved ?? property.Schema).Source));

    private static string? ScalarType(JsonElement schema) =>
        schema.TextMember("type") is { } type and ("string" or "integer" or "number" or "boolean") ? type : null;

    private static void WriteScalar(Utf8JsonWriter writer, JsonElement schema)
    {
        writer.WriteStartObject();
        foreach (var keyword in (ReadOnlySpan<string>)["type", "format", "enum"])
        {
            if (schema.TryGetProperty(keyword, out var value))
            {
                writer.WritePropertyName(keyword);
                value.WriteTo(writer);
            }
        }

        writer.WriteEndObject();
    }

    private static void WriteField(Utf8JsonWriter writer, string name, string type)
    {
        writer.WriteStartObject(name);
        writer.WriteString("type", type);
        writer.WriteEndObject();
    }

    /// <summary>Returns the thing of "reserve_a_quiet_room_for_today": the last word before a preposition.</summary>
    private static string Phrase(List<string> words)
    {
        var end = words.FindIndex(2, Prepositions.Contains);
        return words[(end < 0 ? words.Count : end) - 1];
    }

    private static string Noun(List<string> words, string? verb, string resource)
    {
        var named = Words.Split(resource);

        // "desk.search" names the searched thing before the verb, "search_desks" after it.
        var word = named.Count > 0 ? named[^1] : words.Count < 2 ? "" : words[^1] == verb ? words[^2] : Articles.Contains(words[1]) ? Phrase(words) : words[1];
        var noun = Words.Singular(word);
        return noun.All(char.IsAsciiLetterOrDigit) ? noun : "";
    }
}
