using System.Text.Json;

namespace AgentScaler.Training.Endpoints;

/// <summary>
/// Members of OpenAI's request without an effect on this endpoint. A member that would change the answer is refused by name, unless it has the value that
/// changes nothing. A member that only changes how the request is stored or paid is ignored.
/// </summary>
internal static class OtherMembers
{
    private const string Text = "a policy writes text and tool calls alone";
    private const string Sampling = "a policy samples by 'temperature', 'top_p' and 'seed' alone";

    private static readonly string[] WithoutEffect =
        ["metadata", "prediction", "prompt_cache_key", "prompt_cache_retention", "safety_identifier", "service_tier", "store", "user"];

    private static readonly Dictionary<string, (Func<JsonElement, bool> ChangesNothing, string Why)> Refused = new(StringComparer.Ordinal)
    {
        ["audio"] = (_ => false, Text),
        ["modalities"] = (value => value.GetRawText().Replace(" ", "", StringComparison.Ordinal) == "[\"text\"]", Text),
        ["response_format"] = (value => Member(value, "type") == "text", $"{Text}; the arguments of a tool with a schema, called by 'tool_choice', are JSON"),
        ["web_search_options"] = (_ => false, "a policy has no tools but those of the request"),
        ["functions"] = (IsEmpty, "the request's 'tools' take its place"),
        ["function_call"] = (_ => false, "the request's 'tool_choice' takes its place"),
        ["reasoning_effort"] = (value => Word(value) == "none", "a policy answers as it was trained"),
        ["verbosity"] = (value => Word(value) == "medium", "a policy answers as it was trained"),
        ["frequency_penalty"] = (IsZero, Sampling),
        ["presence_penalty"] = (IsZero, Sampling),
        ["logit_bias"] = (IsEmpty, Sampling),
        ["logprobs"] = (value => value.ValueKind == JsonValueKind.False, "probabilities are not told"),
        ["top_logprobs"] = (IsZero, "probabilities are not told"),
    };

    /// <exception cref="ChatRequestException">A member would change the answer.</exception>
    public static void Check(IReadOnlyDictionary<string, JsonElement>? members)
    {
        foreach (var (name, value) in members ?? new Dictionary<string, JsonElement>())
        {
            if (value.ValueKind == JsonValueKind.Null || WithoutEffect.Contains(name, StringComparer.Ordinal))
            {
                continue;
            }
            if (!Refused.TryGetValue(name, out var rule))
            {
                throw new ChatRequestException($"'{name}' is not known here; leave it out.", name, "unknown_parameter");
            }
            if (!rule.ChangesNothing(value))
            {
                throw new ChatRequestException($"'{name}' cannot be served as {Short(value)}: {rule.Why}. Leave it out.", name, "unsupported_parameter");
            }
        }
    }

    private static bool IsZero(JsonElement value) => value.ValueKind == JsonValueKind.Number && value.GetDouble() == 0;

    private static bool IsEmpty(JsonElement value) => value.GetRawText().Trim() is "[]" or "{}";

    private static string? Word(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string? Member(JsonElement value, string name) =>
        value.ValueKind == JsonValueKind.Object && value.TryGetProperty(name, out var member) ? Word(member) : null;

    private static string Short(JsonElement value)
    {
        var text = value.GetRawText();
        return text.Length <= 60 ? text : $"{text[..57]}...";
    }
}
