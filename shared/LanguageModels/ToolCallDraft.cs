using System.Text;
using System.Text.Json;

namespace AgentScaler.LanguageModels;

/// <summary>One tool call that arrives complete or in pieces.</summary>
internal sealed class ToolCallDraft(int index)
{
    private readonly MergedObject _raw = new();
    private readonly MergedObject _function = new();
    private readonly StringBuilder _text = new();
    private string? _object;

    public int Index => index;

    public string Id { get; private set; } = "";

    public string Name { get; private set; } = "";

    /// <summary>JSON text. If an object was sent instead, this is its text.</summary>
    public string Arguments => Utf16.WholeJson(Utf16.Whole(_object ?? _text.ToString()));

    /// <summary>
    /// Whether a piece belongs to the next call although it has the index of this one. It then has another id and a name, or starts new arguments after the
    /// arguments of this call are complete.
    /// </summary>
    public bool EndsBefore(JsonElement piece)
    {
        var (id, name, arguments) = (Member(piece, "id"), Member(Function(piece), "name"), Function(piece) is { } function
            && function.TryGetProperty("arguments", out var given) ? given : default);
        if (string.IsNullOrEmpty(name))
        {
            return false;
        }

        if (!string.IsNullOrEmpty(id) && Id.Length > 0 && id != Id)
        {
            return true;
        }

        var brings = arguments.ValueKind == JsonValueKind.Object || (arguments.ValueKind == JsonValueKind.String && Utf16.Text(arguments).Length > 0);
        return (name != Name || brings) && (id is not { Length: > 0 } || id != Id) && IsWhole(_object ?? _text.ToString());
    }

    public void Add(JsonElement piece)
    {
        foreach (var member in piece.EnumerateObject())
        {
            switch (Utf16.Name(member))
            {
                case "index" or "function":
                    break;
                case "id":
                    Id = Id.Length > 0 ? Id : Member(piece, "id") ?? "";
                    _raw.Set("id", Id);
                    break;
                case var name:
                    _raw.Add(name, member.Value);
                    break;
            }
        }

        if (Function(piece) is { } function)
        {
            Add(function, Member(function, "name"));
        }
    }

    /// <summary>Returns the call as received, with an id that is unique in its message.</summary>
    public MergedObject Raw(string id)
    {
        _function.Set("name", Name);
        if (_object is null)
        {
            _function.Set("arguments", _text.ToString());
        }

        _raw.Set("id", id);
        _raw.Set("function", _function);
        if (!_raw.Has("type"))
        {
            _raw.Set("type", "function");
        }

        return _raw;
    }

    private void Add(JsonElement function, string? named)
    {
        // A name arrives in pieces, or complete with every piece.
        Name += named is { Length: > 0 } && named != Name ? named : "";
        foreach (var member in function.EnumerateObject())
        {
            switch (Utf16.Name(member))
            {
                case "name":
                    break;
                case "arguments" when member.Value.ValueKind == JsonValueKind.String:
                    _text.Append(Utf16.Text(member.Value));
                    break;
                case "arguments" when member.Value.ValueKind != JsonValueKind.Null:
                    _object = member.Value.GetRawText();
                    _function.Remove("arguments");
                    _function.Add("arguments", member.Value);
                    break;
                case "arguments":
                    break;
                case var name:
                    _function.Add(name, member.Value);
                    break;
            }
        }
    }

    private static bool IsWhole(string arguments)
    {
        var trimmed = arguments.AsSpan().Trim();
        if (trimmed.IsEmpty || trimmed[^1] is not ('}' or ']' or '"'))
        {
            return false;
        }

        try
        {
            using var document = JsonDocument.Parse(arguments);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static JsonElement? Function(JsonElement piece) =>
        piece.TryGetProperty("function", out var function) && function.ValueKind == JsonValueKind.Object ? function : null;

    private static string? Member(JsonElement? element, string name) =>
        element is { } given && given.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String ? Utf16.Text(member) : null;
}
