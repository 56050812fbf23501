using System.Globalization;
using System.Text;
using System.Text.Json;
using AgentScaler.Trajectories;

namespace AgentScaler.LanguageModels;

/// <summary>
/// Puts an answer together, from one JSON document or from the chunks of a stream. What models and servers get wrong is
/// taken as a real client would: missing ids and indices, arguments as an object, a name in a later chunk, usage left out.
/// </summary>
internal sealed class CompletionReader
{
    private readonly StringBuilder _content = new();
    private readonly StringBuilder _reasoning = new();
    private readonly SortedDictionary<int, CallDraft> _calls = [];
    private bool _hasContent;
    private string? _finish;
    private long _input;
    private long _output;

    /// <exception cref="ModelEndpointException">The text is no completion.</exception>
    public void Add(JsonElement document)
    {
        if (document.ValueKind != JsonValueKind.Object)
        {
            throw new ModelEndpointException("The endpoint's answer is not a JSON object.", transient: true);
        }

        if (document.TryGetProperty("error", out var error) && error.ValueKind == JsonValueKind.Object)
        {
            throw new ModelEndpointException($"The endpoint answered with an error: {Text(error, "message") ?? error.GetRawText()}", transient: true);
        }

        if (document.TryGetProperty("usage", out var usage) && usage.ValueKind == JsonValueKind.Object)
        {
            _input = Integer(usage, "prompt_tokens") ?? _input;
            _output = Integer(usage, "completion_tokens") ?? _output;
        }

        if (!document.TryGetProperty("choices", out var choices) || choices.ValueKind != JsonValueKind.Array || choices.GetArrayLength() == 0)
        {
            return;
        }

        var choice = choices[0];
        _finish = Text(choice, "finish_reason") ?? _finish;
        if (choice.TryGetProperty("message", out var message) || choice.TryGetProperty("delta", out message))
        {
            Message(message);
        }
    }

    /// <exception cref="ModelEndpointException">No choice was among what was added.</exception>
    public ChatCompletion Complete(EndpointOptions options)
    {
        if (_finish is null && !_hasContent && _calls.Count == 0)
        {
            throw new ModelEndpointException("The endpoint's answer holds no choice.", transient: true);
        }

        var used = new HashSet<string>(StringComparer.Ordinal);
        var calls = new List<ChatToolCall>(_calls.Count);
        foreach (var (index, call) in _calls)
        {
            // Some servers repeat an id or leave it out; a result must name exactly one call.
            var id = string.IsNullOrEmpty(call.Id) || !used.Add(call.Id) ? string.Create(CultureInfo.InvariantCulture, $"call_{index}") : call.Id;
            used.Add(id);
            calls.Add(new ChatToolCall(id, new ChatFunction(call.Name, call.Arguments.ToString())));
        }

        var message = ChatMessage.Assistant(_hasContent ? _content.ToString() : null, calls.Count > 0 ? calls : null) with
        {
            ReasoningContent = _reasoning.Length > 0 ? _reasoning.ToString() : null,
        };
        var cost = ((_input * options.InputPrice) + (_output * options.OutputPrice)) / 1_000_000m;
        return new ChatCompletion(message, _finish ?? (calls.Count > 0 ? "tool_calls" : "stop"), new TokenUsage(_input, _output, cost));
    }

    private void Message(JsonElement message)
    {
        if (message.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        if (Content(message) is { } content)
        {
            _hasContent = true;
            _content.Append(content);
        }

        _reasoning.Append(Text(message, "reasoning_content") ?? Text(message, "reasoning"));
        if (message.TryGetProperty("tool_calls", out var calls) && calls.ValueKind == JsonValueKind.Array)
        {
            var position = 0;
            foreach (var call in calls.EnumerateArray())
            {
                Call(call, position++);
            }
        }
    }

    private static string? Content(JsonElement message)
    {
        if (!message.TryGetProperty("content", out var content))
        {
            return null;
        }

        return content.ValueKind switch
        {
            JsonValueKind.String => content.GetString(),
            JsonValueKind.Array => string.Concat(content.EnumerateArray().Select(p => p.ValueKind == JsonValueKind.Object ? Text(p, "text") : null)),
            _ => null,
        };
    }

    private void Call(JsonElement call, int position)
    {
        if (call.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        var index = (int?)Integer(call, "index") ?? position;
        if (!_calls.TryGetValue(index, out var draft))
        {
            _calls[index] = draft = new CallDraft();
        }

        draft.Id = Text(call, "id") is { Length: > 0 } id ? id : draft.Id;
        if (call.TryGetProperty("function", out var function) && function.ValueKind == JsonValueKind.Object)
        {
            draft.Name = Text(function, "name") is { Length: > 0 } name ? name : draft.Name;
            if (function.TryGetProperty("arguments", out var arguments))
            {
                draft.Arguments.Append(arguments.ValueKind == JsonValueKind.String ? arguments.GetString() : arguments.ValueKind == JsonValueKind.Null ? "" : arguments.GetRawText());
            }
        }
    }

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;

    private static long? Integer(JsonElement element, string name) =>
        element.TryGetProperty(name, out var number) && number.ValueKind == JsonValueKind.Number && number.TryGetInt64(out var value) ? value : null;

    private sealed class CallDraft
    {
        public string Id { get; set; } = "";

        public string Name { get; set; } = "";

        public StringBuilder Arguments { get; } = new();
    }
}
