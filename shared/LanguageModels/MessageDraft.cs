using System.Globalization;
using System.Text.Json;
using AgentScaler.Trajectories;

namespace AgentScaler.LanguageModels;

/// <summary>
/// An assistant message that arrives complete or in pieces. All of its members are kept, so that it can be sent back unchanged. Some servers refuse the
/// next request if their reasoning or signature is missing.
/// </summary>
internal sealed class MessageDraft
{
    private const int LongestExcerpt = 120;

    private static readonly string[] ThoughtNames = ["reasoning_content", "reasoning", "thinking"];

    private readonly MergedObject _raw = new();
    private readonly List<ToolCallDraft> _calls = [];

    public bool IsEmpty => _calls.Count == 0 && _raw.Text("content") is null && !_raw.IsList("content") && string.IsNullOrEmpty(_raw.Text("refusal"));

    public bool HasCalls => _calls.Count > 0;

    /// <exception cref="ModelEndpointException">A member has a type that no chat completion has.</exception>
    /// <param name="whole">Whether this is the complete message and not a piece. Then each call is a separate one.</param>
    public void Add(JsonElement piece, bool whole)
    {
        foreach (var member in piece.EnumerateObject())
        {
            switch (Utf16.Name(member))
            {
                case "tool_calls" when member.Value.ValueKind == JsonValueKind.Array:
                    Calls(member.Value, whole);
                    break;
                case "tool_calls" when member.Value.ValueKind == JsonValueKind.Null:
                    break;
                case "tool_calls":
                    throw OfOtherKind(piece, "'tool_calls' is no list");
                case "function_call" when member.Value.ValueKind == JsonValueKind.Object:
                    // The form before tool calls. Its answer is written in the newer form.
                    using (var call = JsonDocument.Parse($$"""{"index":0,"function":{{member.Value.GetRawText()}}}"""))
                    {
                        Call(call.RootElement, 0, whole);
                    }

                    break;
                case "content" when member.Value.ValueKind is not (JsonValueKind.String or JsonValueKind.Array or JsonValueKind.Null):
                    throw OfOtherKind(piece, "'content' is neither a text nor a list");
                case var name:
                    _raw.Add(name, member.Value);
                    break;
            }
        }
    }

    public ChatMessage Complete()
    {
        var (calls, raws) = Named();
        if (raws.Count > 0)
        {
            _raw.Set("tool_calls", raws);
        }

        if (_raw.Text("role") is null)
        {
            _raw.Set("role", "assistant");
        }

        var (thought, said) = Thoughts.Split(Content());
        var given = ThoughtNames.Select(_raw.Text).FirstOrDefault(text => !string.IsNullOrEmpty(text)) ?? ThoughtParts();
        // Some servers separate the reasoning and also leave it in the text.
        thought = string.Join('\n', new[] { given?.Trim() == thought?.Trim() ? null : given, thought }.Where(text => !string.IsNullOrWhiteSpace(text)));
        return ChatMessage.Assistant(said is null ? null : Utf16.Whole(said), calls.Count > 0 ? calls : null) with
        {
            ReasoningContent = thought.Length > 0 ? Utf16.Whole(thought) : null,
            Raw = JsonText.Write(_raw.Write),
        };
    }

    private static ModelEndpointException OfOtherKind(JsonElement piece, string what)
    {
        var text = piece.GetRawText();
        return new ModelEndpointException(
            $"The endpoint's answer is no chat completion: in its message {what}; the message begins with {text[..Math.Min(LongestExcerpt, text.Length)]}",
            transient: false);
    }

    private void Calls(JsonElement calls, bool whole)
    {
        var position = 0;
        foreach (var call in calls.EnumerateArray())
        {
            if (call.ValueKind == JsonValueKind.Object)
            {
                Call(call, position, whole);
            }

            position++;
        }
    }

    private void Call(JsonElement call, int position, bool whole)
    {
        var index = call.TryGetProperty("index", out var given) && given.ValueKind == JsonValueKind.Number && given.TryGetInt32(out var number)
            ? number
            : position;
        var draft = whole ? null : _calls.LastOrDefault(known => known.Index == index);
        if (draft is null || draft.EndsBefore(call))
        {
            _calls.Add(draft = new ToolCallDraft(index));
        }

        draft.Add(call);
    }

    /// <summary>Returns the calls by index, each with a unique id. Some servers repeat or omit an id, and a result must name exactly one call.</summary>
    private (List<ChatToolCall> Calls, List<MergedObject> Raws) Named()
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        var (calls, raws) = (new List<ChatToolCall>(_calls.Count), new List<MergedObject>(_calls.Count));
        foreach (var draft in _calls.OrderBy(call => call.Index))
        {
            var id = draft.Id;
            for (var number = calls.Count; id.Length == 0 || !used.Add(id); number++)
            {
                id = string.Create(CultureInfo.InvariantCulture, $"call_{number}");
                if (used.Add(id))
                {
                    break;
                }
            }

            calls.Add(new ChatToolCall(id, new ChatFunction(Utf16.Whole(draft.Name), draft.Arguments)));
            raws.Add(draft.Raw(id));
        }

        return (calls, raws);
    }

    /// <summary>Returns the text. A model that refuses puts its text into a separate member, next to an empty content.</summary>
    private string? Content()
    {
        var content = _raw.Text("content")
            ?? (_raw.IsList("content") ? string.Concat(_raw.Objects("content").Select(part => part.Text("text") ?? part.Text("refusal"))) : null);
        return string.IsNullOrEmpty(content) && _calls.Count == 0 && _raw.Text("refusal") is { Length: > 0 } refusal ? refusal : content;
    }

    /// <summary>Returns reasoning that is given as parts of the content.</summary>
    private string? ThoughtParts() => !_raw.IsList("content") ? null : string.Concat(_raw.Objects("content")
        .Select(part => part.Text("thinking") ?? string.Concat(part.Objects("thinking").Select(text => text.Text("text")))));
}
