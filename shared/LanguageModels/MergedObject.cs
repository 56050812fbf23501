using System.Text;
using System.Text.Json;

namespace AgentScaler.LanguageModels;

/// <summary>
/// A JSON object that arrives complete or in pieces. Every member is kept, known or not. Texts are joined, objects are merged, and lists grow or are
/// merged by the index of their items.
/// </summary>
internal sealed class MergedObject
{
    /// <summary>Members that each piece repeats instead of continuing.</summary>
    private static readonly HashSet<string> Repeated = ["role", "type", "id", "object", "format", "name", "model"];

    /// <summary>A StringBuilder, a MergedObject, a list of these, a JsonElement, or null.</summary>
    private readonly OrderedDictionary<string, object?> _members = new(StringComparer.Ordinal);

    public static MergedObject Of(JsonElement json)
    {
        var merged = new MergedObject();
        merged.Add(json);
        return merged;
    }

    public void Add(JsonElement json)
    {
        foreach (var member in json.EnumerateObject())
        {
            Add(Utf16.Name(member), member.Value);
        }
    }

    public void Add(string name, JsonElement value)
    {
        _members.TryGetValue(name, out var known);
        _members[name] = (known, value.ValueKind) switch
        {
            (_, JsonValueKind.Null) => known,
            (StringBuilder text, JsonValueKind.String) when !Repeated.Contains(name) => text.Append(Utf16.Text(value)),
            (MergedObject merged, JsonValueKind.Object) => Merged(merged, value),
            (List<object?> list, JsonValueKind.Array) => Grown(list, value),
            (List<object?> list, JsonValueKind.String) => Grown(list, Utf16.Text(value)),
            (StringBuilder text, JsonValueKind.Array) => Grown(Grown([], text.ToString()), value),
            _ => Node(value),
        };
    }

    public void Set(string name, string? text) => _members[name] = text is null ? null : new StringBuilder(text);

    public void Set(string name, MergedObject member) => _members[name] = member;

    public void Set(string name, IEnumerable<MergedObject> list) => _members[name] = list.ToList<object?>();

    public void Remove(string name) => _members.Remove(name);

    public bool Has(string name) => _members.ContainsKey(name);

    /// <summary>Returns the text of a member, or null if it is not a text.</summary>
    public string? Text(string name) => _members.GetValueOrDefault(name) is StringBuilder text ? text.ToString() : null;

    public MergedObject? Object(string name) => _members.GetValueOrDefault(name) as MergedObject;

    /// <summary>Returns the objects of a list. Empty if the member is not a list.</summary>
    public IEnumerable<MergedObject> Objects(string name) => (_members.GetValueOrDefault(name) as List<object?>)?.OfType<MergedObject>() ?? [];

    public bool IsList(string name) => _members.GetValueOrDefault(name) is List<object?>;

    /// <summary>Returns the JSON text of a member of any type.</summary>
    public string? Json(string name) =>
        _members.TryGetValue(name, out var member) && member is not null ? JsonText.Write(writer => Write(writer, member)) : null;

    public void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        foreach (var (name, member) in _members)
        {
            writer.WritePropertyName(name);
            Write(writer, member);
        }

        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, object? node)
    {
        switch (node)
        {
            case StringBuilder text:
                writer.WriteStringValue(Utf16.Whole(text.ToString()));
                break;
            case MergedObject merged:
                merged.Write(writer);
                break;
            case List<object?> list:
                writer.WriteStartArray();
                list.ForEach(item => Write(writer, item));
                writer.WriteEndArray();
                break;
            case JsonElement other:
                other.WriteTo(writer);
                break;
            default:
                writer.WriteNullValue();
                break;
        }
    }

    private static object? Node(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => new StringBuilder(Utf16.Text(value)),
        JsonValueKind.Object => Of(value),
        JsonValueKind.Array => value.EnumerateArray().Select(Node).ToList(),
        _ => value.Clone(),
    };

    private static MergedObject Merged(MergedObject merged, JsonElement more)
    {
        merged.Add(more);
        return merged;
    }

    private static List<object?> Grown(List<object?> list, string text)
    {
        var part = new MergedObject();
        part.Set("type", "text");
        part.Set("text", text);
        list.Add(part);
        return list;
    }

    private static List<object?> Grown(List<object?> list, JsonElement items)
    {
        foreach (var item in items.EnumerateArray())
        {
            if (Index(item) is { } index && list.OfType<MergedObject>().FirstOrDefault(known => known.Json("index") == index) is { } begun)
            {
                begun.Add(item);
            }
            else
            {
                list.Add(Node(item));
            }
        }

        return list;
    }

    private static string? Index(JsonElement item) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty("index", out var index) && index.ValueKind == JsonValueKind.Number
            ? index.GetRawText()
            : null;
}
