using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace AgentScaler.Collection.Text;

/// <summary>Makes descriptions plain and bounded.</summary>
internal static partial class Descriptions
{
    /// <summary>Removes markup and runs of blanks, and cuts text longer than <paramref name="length"/> at a sentence or a word.</summary>
    public static string Clean(string text, int length)
    {
        // Work on little more than the kept part, because some descriptions are whole manuals.
        if (text.Length > (length * 4) + 2000)
        {
            text = text[..((length * 4) + 2000)];
        }

        if (text.Contains('<', StringComparison.Ordinal))
        {
            text = BlockTag().Replace(text, " ");
            text = Tag().Replace(text, "");
        }

        if (text.Contains('&', StringComparison.Ordinal))
        {
            text = WebUtility.HtmlDecode(text);
        }

        return Cut(Collapse(text), length);
    }

    private static string Collapse(string text)
    {
        var result = new StringBuilder(text.Length);
        var blank = false;
        foreach (var character in text)
        {
            if (char.IsWhiteSpace(character) || char.IsControl(character) || character == '\ufeff')
            {
                blank = result.Length > 0;
                continue;
            }

            if (blank)
            {
                result.Append(' ');
                blank = false;
            }

            result.Append(character);
        }

        return result.ToString();
    }

    private static string Cut(string text, int length)
    {
        if (text.Length <= length)
        {
            return text;
        }

        var head = text.AsSpan(0, length);
        var sentence = head.LastIndexOf(". ");
        if (sentence >= length / 2)
        {
            return head[..(sentence + 1)].ToString();
        }

        var word = head.LastIndexOf(' ');
        var end = word >= length / 2 ? word : length - 1;
        if (char.IsHighSurrogate(text[end - 1]))
        {
            end--;
        }

        return string.Concat(text.AsSpan(0, end).TrimEnd(), "…");
    }

    [GeneratedRegex(@"</?(?:p|br|li|ul|ol|div|h[1-6]|tr|td|th|table|important|note|dl|dt|dd|pre|blockquote)\b[^<>]*>", RegexOptions.IgnoreCase)]
    private static partial Regex BlockTag();

    [GeneratedRegex(@"<!--.*?-->|</?[A-Za-z][A-Za-z0-9-]*(?:\s[^<>]*)?/?>", RegexOptions.Singleline)]
    private static partial Regex Tag();
}
