using AgentScaler.Environments.Values;

namespace AgentScaler.Filtering.Judging;

/// <summary>How text of a conversation is read, alike in every language.</summary>
internal static class Conversation
{
    private const string Blanks = " \t\r\n";

    /// <summary>What takes no ink: spaces of every kind, and marks without width.</summary>
    private const string Inkless = Blanks
        + "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u200c\u200d\u2028\u2029\u202f\u205f\u2060\u3000\ufeff";

    /// <summary>Whether nothing can be read in a text.</summary>
    public static bool IsBlank(string? text) => text is null || text.AsSpan().Trim(Inkless).IsEmpty;

    /// <summary>Models leave the text of the arguments empty where a tool has no parameters.</summary>
    public static bool NoArguments(string text) => text.AsSpan().Trim(Blanks).IsEmpty;

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
