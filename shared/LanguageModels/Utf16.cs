using System.Globalization;
using System.Text;
using System.Text.Json;

namespace AgentScaler.LanguageModels;

/// <summary>
/// Reads text that servers split anywhere. A stream may end a chunk between the two halves of a surrogate pair, which the JSON reader refuses. The
/// halves are kept until the text is complete. A half without its other half then becomes U+FFFD.
/// </summary>
internal static class Utf16
{
    private const char Replacement = '\ufffd';

    /// <summary>Reads a JSON string, including unpaired halves.</summary>
    public static string Text(JsonElement text)
    {
        var raw = text.GetRawText();
        return raw.Contains('\\', StringComparison.Ordinal) ? Unescaped(raw.AsSpan(1, raw.Length - 2)) : raw[1..^1];
    }

    /// <summary>Reads a member's name, including unpaired halves.</summary>
    public static string Name(JsonProperty property)
    {
        try
        {
            return property.Name;
        }
        catch (InvalidOperationException)
        {
            return Replacement.ToString();
        }
    }

    /// <summary>Returns the text with every unpaired half replaced.</summary>
    public static string Whole(string text)
    {
        var broken = false;
        for (var i = 0; i < text.Length && !broken; i++)
        {
            if (char.IsSurrogate(text[i]))
            {
                broken = !(char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]));
                i++;
            }
        }

        return broken ? string.Concat(text.EnumerateRunes()) : text;
    }

    /// <summary>Returns JSON text with every escape of an unpaired half replaced.</summary>
    public static string WholeJson(string json)
    {
        if (!json.Contains("\\ud", StringComparison.OrdinalIgnoreCase))
        {
            return json;
        }

        var written = new StringBuilder(json.Length);
        for (var i = 0; i < json.Length; i++)
        {
            if (json[i] != '\\' || i + 1 == json.Length)
            {
                written.Append(json[i]);
                continue;
            }

            var (high, low) = (Escape(json, i), Escape(json, i + 6));
            if (high is { } first && char.IsSurrogate(first))
            {
                var pair = char.IsHighSurrogate(first) && low is { } second && char.IsLowSurrogate(second);
                written.Append(pair ? json.AsSpan(i, 12) : "\\ufffd");
                i += pair ? 11 : 5;
            }
            else
            {
                written.Append(json, i, 2);
                i++;
            }
        }

        return written.ToString();
    }

    private static char? Escape(ReadOnlySpan<char> json, int at) =>
        at + 6 <= json.Length && json[at] == '\\' && json[at + 1] == 'u'
        && ushort.TryParse(json.Slice(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit)
            ? (char)unit
            : null;

    private static string Unescaped(ReadOnlySpan<char> raw)
    {
        var text = new StringBuilder(raw.Length);
        for (var i = 0; i < raw.Length; i++)
        {
            if (raw[i] != '\\')
            {
                text.Append(raw[i]);
                continue;
            }

            if (Escape(raw, i) is { } unit)
            {
                text.Append(unit);
                i += 5;
                continue;
            }

            text.Append(raw[++i] switch { 'n' => '\n', 't' => '\t', 'r' => '\r', 'b' => '\b', 'f' => '\f', var other => other });
        }

        return text.ToString();
    }
}
