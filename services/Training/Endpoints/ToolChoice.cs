using System.Text.Json;

namespace AgentScaler.Training.Endpoints;

/// <summary>OpenAI's <c>tool_choice</c>: whether a tool may or must be called, and which.</summary>
/// <param name="Callable">Names of the tools that may be called; null allows all of them.</param>
internal sealed record ToolChoice(bool Forbidden, bool Required, IReadOnlyList<string>? Callable)
{
    private const string Forms = "it must be \"auto\", \"none\", \"required\", {\"type\":\"function\",\"function\":{\"name\":NAME}} or "
        + "{\"type\":\"allowed_tools\",\"allowed_tools\":{\"mode\":\"auto\" or \"required\",\"tools\":[...]}}";

    private const string Member = "tool_choice";

    /// <param name="tools">Names of the offered tools.</param>
    /// <exception cref="ChatRequestException">The choice has an unknown form, or names a tool that is not offered.</exception>
    public static ToolChoice Read(JsonElement? choice, IReadOnlyList<string> tools)
    {
        var read = choice is not { } given || given.ValueKind == JsonValueKind.Null ? new ToolChoice(false, false, null)
            : given.ValueKind == JsonValueKind.String ? OfMode(given.GetString()!)
            : Text(given, "type") switch
            {
                "function" when given.TryGetProperty("function", out var function) && Text(function, "name") is { } name => new ToolChoice(false, true, [name]),
                "allowed_tools" when given.TryGetProperty("allowed_tools", out var allowed) => OfAllowed(allowed),
                _ => throw Unknown(given),
            };
        if (read.Callable?.FirstOrDefault(name => !tools.Contains(name, StringComparer.Ordinal)) is { } missing)
        {
            throw new ChatRequestException($"'tool_choice' names the tool '{missing}', which 'tools' does not hold.", Member);
        }
        if (read.Required && tools.Count == 0)
        {
            throw new ChatRequestException("'tool_choice' asks for a call, and 'tools' is missing or empty.", Member);
        }
        return read;
    }

    private static ToolChoice OfMode(string mode) => mode switch
    {
        "auto" => new ToolChoice(false, false, null),
        "none" => new ToolChoice(true, false, null),
        "required" => new ToolChoice(false, true, null),
        _ => throw new ChatRequestException($"'tool_choice' is \"{mode}\"; {Forms}.", Member),
    };

    private static ToolChoice OfAllowed(JsonElement allowed)
    {
        if (allowed.ValueKind != JsonValueKind.Object || !allowed.TryGetProperty("tools", out var tools) || tools.ValueKind != JsonValueKind.Array)
        {
            throw Unknown(allowed);
        }
        var names = tools.EnumerateArray().Select(tool => Name(tool) ?? throw Unknown(tool)).ToList();
        return OfMode(Text(allowed, "mode") ?? "auto") with { Callable = names };
    }

    private static string? Name(JsonElement tool) =>
        tool.ValueKind == JsonValueKind.Object && tool.TryGetProperty("function", out var function) ? Text(function, "name") : null;

    private static string? Text(JsonElement value, string name) =>
        value.ValueKind == JsonValueKind.Object && value.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String
            ? member.GetString()
            : null;

    private static ChatRequestException Unknown(JsonElement value) => new($"'tool_choice' has the unknown form {value.GetRawText()}; {Forms}.", Member);
}
