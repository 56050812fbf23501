using AgentScaler.Environments.Values;

namespace AgentScaler.Filtering.Judging;

/// <summary>How text of a conversation is read, alike in every language.</summary>
internal static class Conversation
{
    public const string Blanks = " \t\r\n";

    public static bool IsBlank(string? text) => text is null || text.AsSpan().Trim(Blanks).IsEmpty;

    public static string[] Words(string text) => text.Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Lower case of ASCII letters alone: other letters change differently from language to language.</summary>
    public static string Lower(string text) => string.Create(text.Length, text, (target, source) =>
    {
        for (var i = 0; i < source.Length; i++)
        {
            target[i] = source[i] is >= 'A' and <= 'Z' ? (char)(source[i] + 32) : source[i];
        }
    });

    /// <summary>The tool message of a result: the result itself, or <c>{"error":{"code","message"}}</c>.</summary>
    public static Value Content(Environments.Sessions.ToolResult result) => result.Error is { } error
        ? Value.Object(("error", Value.Object(("code", Environments.Programs.ErrorCodes.Word(error.Code)), ("message", error.Message))))
        : result.Result;
}
