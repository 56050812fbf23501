using System.Text.Json;

namespace AgentScaler.LanguageModels;

/// <summary>
/// Assembles an answer from one JSON document or from the chunks of a stream. It accepts common errors of models and servers: missing ids and indices,
/// arguments as an object, a name in pieces, and missing usage.
/// </summary>
internal sealed class CompletionReader
{
    private const int LongestExcerpt = 120;

    private readonly MessageDraft _message = new();
    private string? _finish;
    private bool _given;
    private bool _known;
    private string? _foreign;
    private long _input;
    private long _output;

    /// <exception cref="AnsweredErrorException">The text contains an error.</exception>
    /// <exception cref="ModelEndpointException">The text is not a completion.</exception>
    public void Add(JsonElement document)
    {
        if (EndpointError.In(document) is { } error)
        {
            throw new AnsweredErrorException(error);
        }

        if (document.ValueKind == JsonValueKind.Array)
        {
            // Some servers send the chunks of a stream as one list.
            foreach (var chunk in document.EnumerateArray())
            {
                Add(chunk);
            }

            return;
        }

        if (document.ValueKind != JsonValueKind.Object)
        {
            throw new ModelEndpointException("The endpoint's answer is not a JSON object.", transient: true);
        }

        if (document.TryGetProperty("usage", out var usage) && usage.ValueKind == JsonValueKind.Object)
        {
            _input = Integer(usage, "prompt_tokens") ?? _input;
            _output = Integer(usage, "completion_tokens") ?? _output;
        }

        _known |= document.TryGetProperty("choices", out _) || document.TryGetProperty("usage", out _);
        _foreign ??= _known || !document.EnumerateObject().Any() ? null : document.GetRawText();
        if (!document.TryGetProperty("choices", out var choices) || choices.ValueKind != JsonValueKind.Array || choices.GetArrayLength() == 0
            || choices[0] is not { ValueKind: JsonValueKind.Object } choice)
        {
            return;
        }

        _given |= IsObject(choice, "delta") || IsObject(choice, "message");
        _finish = choice.TryGetProperty("finish_reason", out var finish) && finish.ValueKind == JsonValueKind.String ? Utf16.Text(finish) : _finish;
        if (choice.TryGetProperty("delta", out var piece) && piece.ValueKind == JsonValueKind.Object)
        {
            _message.Add(piece, whole: false);
        }
        else if (choice.TryGetProperty("message", out var message) && message.ValueKind == JsonValueKind.Object)
        {
            _message.Add(message, whole: true);
        }
    }

    /// <param name="ended">Whether the answer is known to be complete. Otherwise only a finish reason shows it.</param>
    /// <exception cref="ModelEndpointException">The added texts contain no complete answer.</exception>
    public ChatCompletion Complete(EndpointOptions options, bool ended)
    {
        if (!_known && _foreign is { } foreign)
        {
            throw new ModelEndpointException(
                $"The endpoint's answer is no chat completion; it begins with {foreign[..Math.Min(LongestExcerpt, foreign.Length)]}", transient: false);
        }

        if (_finish is null && !ended)
        {
            // A stream that ends early is an incomplete answer and must not be accepted as a complete one.
            throw new ModelEndpointException("The stream ended before its answer was whole.", transient: true);
        }

        if (_message.IsEmpty && (_finish is null || !_given))
        {
            throw new ModelEndpointException("The endpoint's answer holds no message.", transient: true);
        }

        var cost = ((_input * options.InputPrice) + (_output * options.OutputPrice)) / 1_000_000m;
        return new ChatCompletion(_message.Complete(), _finish ?? (_message.HasCalls ? "tool_calls" : "stop"), new TokenUsage(_input, _output, cost));
    }

    private static bool IsObject(JsonElement choice, string name) => choice.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.Object;

    private static long? Integer(JsonElement element, string name) =>
        element.TryGetProperty(name, out var number) && number.ValueKind == JsonValueKind.Number && number.TryGetInt64(out var value) ? value : null;
}
