using System.Globalization;
using System.Text;
using AgentScaler.Language;

namespace AgentScaler.Tools;

/// <summary>Makes legal tool names: <c>^[A-Za-z_][A-Za-z0-9_]{0,63}$</c>, which every function-calling model accepts.</summary>
public static class ToolNames
{
    public const int MaximumLength = 64;

    private const string ClientPrefix = "mcp__";
    private static readonly string[] Separators = ["::", "__", ".", "/", ":"];

    public static bool IsLegal(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (name.Length is 0 or > MaximumLength || char.IsAsciiDigit(name[0]))
        {
            return false;
        }

        foreach (var character in name)
        {
            if (!char.IsAsciiLetterOrDigit(character) && character != '_')
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>
    /// Returns the nearest legal spelling, of any length. Letters lose their accents, and every other sequence of characters becomes one underscore. Empty
    /// if nothing legal is left, as in a name of Chinese characters.
    /// </summary>
    public static string Spell(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var result = new StringBuilder(name.Length);
        var gap = false;
        // Decomposed form splits an accent from its letter, so that "Résumé" reads "Resume".
        foreach (var character in CanonicalForm.Decompose(name))
        {
            if (char.IsAsciiLetterOrDigit(character) || character == '_')
            {
                if (gap && result.Length > 0)
                {
                    result.Append('_');
                }

                gap = false;
                result.Append(character);
            }
            else if (char.GetUnicodeCategory(character) != UnicodeCategory.NonSpacingMark)
            {
                gap = true;
            }
        }

        var spelled = result.ToString();
        if (spelled.AsSpan().Trim('_').IsEmpty)
        {
            return "";
        }

        return char.IsAsciiDigit(spelled[0]) ? "_" + spelled : spelled;
    }

    /// <summary>Shortens a legal spelling to <paramref name="length"/>. The middle is removed, because both ends carry meaning.</summary>
    public static string Shorten(string spelled, int length)
    {
        ArgumentNullException.ThrowIfNull(spelled);
        if (spelled.Length <= length)
        {
            return spelled;
        }

        var head = (length - 1) / 2;
        var tail = length - 1 - head;
        return string.Concat(spelled.AsSpan(0, head), "_", spelled.AsSpan(spelled.Length - tail));
    }

    /// <summary>
    /// Removes the namespace that a client or server puts before a name, as in <c>mcp__github__create_issue</c>, or in <c>github.create_issue</c> of the
    /// provider github.
    /// </summary>
    public static string Own(string name, string provider)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(provider);
        if (name.StartsWith(ClientPrefix, StringComparison.Ordinal)
            && name.IndexOf("__", ClientPrefix.Length, StringComparison.Ordinal) is var end && end > ClientPrefix.Length && end + 2 < name.Length)
        {
            return name[(end + 2)..];
        }

        foreach (var separator in Separators)
        {
            var at = name.IndexOf(separator, StringComparison.Ordinal);
            if (at > 0 && at + separator.Length < name.Length && IsProvider(name[..at], provider))
            {
                return name[(at + separator.Length)..];
            }
        }

        return name;
    }

    private static bool IsProvider(string head, string provider) => Spell(head) is { Length: > 0 } spelled
        && (string.Equals(spelled, Spell(provider), StringComparison.OrdinalIgnoreCase)
            || string.Equals(spelled, Spell(provider[(provider.LastIndexOf(':') + 1)..]), StringComparison.OrdinalIgnoreCase));
}
