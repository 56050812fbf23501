using System.Text.Json;
using AgentScaler.Environments.Values;

namespace AgentScaler.Trajectories.Conversations;

/// <summary>Reads text of a conversation, with the same result in C# and Python.</summary>
public static class Conversation
{
    internal const string Blanks = " \t\r\n";

    /// <summary>Invisible characters: spaces of every kind, and marks without width.</summary>
    private const string Inkless = Blanks
        + "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u200c\u200d\u2028\u2029\u202f\u205f\u2060\u3000\ufeff";

    /// <summary>Whether a text has no visible character.</summary>
    public static bool IsBlank(string? text) => text is null || text.AsSpan().Trim(Inkless).IsEmpty;

    public static string[] Words(string text) => text.Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Lowers ASCII letters alone, because C# and Python lower other letters differently.</summary>
    public static string Lower(string text) => string.Create(text.Length, text, (target, source) =>
    {
        for (var i = 0; i < source.Length; i++)
        {
            target[i] = source[i] is >= 'A' and <= 'Z' ? (char)(source[i] + 32) : source[i];
        }
    });

    /// <summary>Reads JSON text as a value; null if it is not JSON.</summary>
    public static Value? JsonOrNull(string text)
    {
        try
        {
            return Value.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
