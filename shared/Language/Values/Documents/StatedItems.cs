using System.Text.RegularExpressions;

namespace AgentScaler.Language.Values.Documents;

/// <summary>Reads the items of a list in a description: quoted, in bullets, or bare words between commas.</summary>
internal static class StatedItems
{
    private const int MostOpen = 12;
    private const int MostClosed = 60;
    private const int MostLetters = 80;
    private const int MostInOne = 160;
    private const int MostWords = 4;

    private static readonly (string Open, string Close)[] Quotes =
    [
        ("``\"", "\"``"), ("``", "``"), ("`\"", "\"`"), ("**", "**"), ("`", "`"), ("'", "'"), ("\"", "\""), ("“", "”"), ("‘", "’"), ("<code>", "</code>"),
    ];

    /// <summary>Words with which prose goes on and no value begins or is made of.</summary>
    private static readonly HashSet<string> Prose = new(StringComparer.OrdinalIgnoreCase)
    {
        "a", "an", "the", "if", "when", "you", "your", "it", "its", "this", "that", "these", "those", "which", "we", "to", "in", "of", "with", "by", "from",
        "how", "is", "are", "was", "be", "been", "has", "have", "will", "would", "can", "could", "may", "might", "should", "must", "using", "where",
        "whether", "as", "at", "for", "any", "each", "other", "others", "more", "multiple", "some", "their", "there", "then", "than", "do", "does", "not",
        "only", "following", "given", "specified", "two", "three", "these", "so",
    };

    /// <summary>Words that name a kind of value and are none: "(e.g., city, country)".</summary>
    private static readonly HashSet<string> Kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        "city", "country", "state", "province", "region", "address", "street", "zip", "name", "names", "id", "ids", "number", "numbers", "date", "dates",
        "string", "strings", "text", "value", "values", "example", "location", "integer", "boolean", "object", "url", "username", "number of", "etc",
        "null", "todo", "foo", "bar", "xxx", "abc",
    };

    private static readonly Regex Constants = new(@"^[A-Z][A-Z0-9_\-]+( [A-Z][A-Z0-9_\-]+)+$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    /// <summary>Returns the values of the list that begins here. Empty if prose goes on.</summary>
    public static IReadOnlyList<string> From(string text, int at, bool closed)
    {
        var most = closed ? MostClosed : MostOpen;
        at = Skip(text, at, " \t\r\n([");
        var items = Bullet(text, at) is { } bullet ? InBullets(text, at, bullet, most) : InLine(text, at, most);
        var plain = items.Select(i => i.Trim()).Distinct(StringComparer.Ordinal).ToList();
        return plain.All(Kinds.Contains) ? [] : [.. plain.Where(i => closed || !Kinds.Contains(i))];
    }

    /// <summary>Returns the quoted or bare word that begins here, or null.</summary>
    public static string? Token(string text, int at)
    {
        at = Skip(text, at, " \t\r\n(:");
        if (Quoted(text, at) is { } quoted)
        {
            return quoted.Item;
        }

        var end = at;
        while (end < text.Length && !char.IsWhiteSpace(text[end]) && text[end] is not ',' and not ';' and not ')')
        {
            end++;
        }

        return end > at ? text[at..end].TrimEnd('.', ':') : null;
    }

    private static List<string> InBullets(string text, int at, string bullet, int most)
    {
        var items = new List<string>();
        while (at < text.Length && items.Count < most)
        {
            at = Skip(text, at + bullet.Length, " \t");
            if (Quoted(text, at) is { } quoted)
            {
                items.Add(quoted.Item);
            }
            else if (Bare(text, at) is { } bare && IsValue(bare.Item))
            {
                items.Add(bare.Item);
            }
            else
            {
                break;
            }

            at = NextBullet(text, at, bullet);
        }

        return items;
    }

    private static List<string> InLine(string text, int at, int most)
    {
        var items = new List<string>();
        var lower = true;
        while (at < text.Length && items.Count < most)
        {
            if (Quoted(text, at) is { } quoted)
            {
                items.Add(quoted.Item);
                lower = false;
                at = quoted.End;
            }
            else if (Bare(text, at) is { } bare && Constants.IsMatch(bare.Item))
            {
                items.AddRange(bare.Item.Split(' '));
                return items;
            }
            else if (Bare(text, at) is { } word && IsValue(word.Item))
            {
                items.Add(word.Item);
                lower &= word.Item.All(c => char.IsLower(c) || c == ' ');
                at = word.End;
            }
            else
            {
                // What began as a list went on as a sentence.
                return lower ? [] : items;
            }

            if (Next(text, at) is not { } next)
            {
                return items;
            }

            at = next;
            if (Ends(text, at))
            {
                return items;
            }
        }

        return items;
    }

    private static bool IsValue(string item)
    {
        if (item.Length == 0 || item.Length > (item.Contains(' ', StringComparison.Ordinal) ? MostLetters : MostInOne)
            || item.Contains("...", StringComparison.Ordinal) || !(char.IsLetterOrDigit(item[0])
            || "/$@+#.-_<{[".Contains(item[0], StringComparison.Ordinal)))
        {
            return false;
        }

        var words = item.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length <= MostWords && !words.Any(w => Prose.Contains(w.Trim('.', ':'))) && (item.Length > 1 || char.IsLetterOrDigit(item[0]));
    }

    private static (string Item, int End)? Quoted(string text, int at)
    {
        foreach (var (open, close) in Quotes)
        {
            if (string.CompareOrdinal(text, at, open, 0, open.Length) != 0)
            {
                continue;
            }

            var from = at + open.Length;
            var end = text.IndexOf(close, from, StringComparison.Ordinal);
            if (end > from && end - from <= MostLetters)
            {
                // American usage puts the sentence's own mark inside of the quotes.
                var item = text[from..end];
                return (close is "\"" or "”" ? item.TrimEnd('.', ',') : item, end + close.Length);
            }

            return null;
        }

        return null;
    }

    private static (string Item, int End)? Bare(string text, int at)
    {
        var end = at;
        while (end < text.Length && !Stops(text, end))
        {
            end++;
        }

        return end == at ? null : (text[at..end].Trim().TrimEnd('.'), end);
    }

    /// <summary>Whether a bare item ends here: at a separator, an explanation or the end of the sentence.</summary>
    private static bool Stops(string text, int at) => text[at] is ',' or ';' or '|' or ')' or ']' or '\n' or '\r' or '"'
        || (text[at] == '.' && (at + 1 == text.Length || char.IsWhiteSpace(text[at + 1])))
        || (text[at] == ':' && at + 1 < text.Length && text[at + 1] == ' ')
        || (text[at] == ' ' && (Follows(text, at, " or ") || Follows(text, at, " and ") || Follows(text, at, " etc") || Follows(text, at, " for ")
            || Follows(text, at, " (") || Follows(text, at, " - ") || Follows(text, at, " — ")
            || Follows(text, at, " = ") || Follows(text, at, " * ") || Follows(text, at, " [")));

    /// <summary>Where the next item begins, explanations of the last one passed over; null where the list ends.</summary>
    private static int? Next(string text, int at)
    {
        at = Skip(text, at, " \t");
        if (at < text.Length && text[at] == '(')
        {
            at = text.IndexOf(')', at) is > 0 and var close ? Skip(text, close + 1, " \t") : text.Length;
        }

        if (Follows(text, at, "for "))
        {
            while (at < text.Length && text[at] is not ',' and not ';' and not '.' and not ')' && !Follows(text, at, " or ") && !Follows(text, at, " and "))
            {
                at++;
            }

            at = Skip(text, at, " ");
        }

        var separated = false;
        foreach (var separator in (string[])[",", ";", "|", "/", "or ", "and "])
        {
            if (Follows(text, at, separator))
            {
                separated = true;
                at = Skip(text, at + separator.Length, " \t\r\n");
            }
        }

        return separated || (at < text.Length && Quoted(text, at) is not null) ? at : null;
    }

    private static bool Ends(string text, int at) => at >= text.Length || Follows(text, at, "etc") || text[at] is '.' or ')';

    private static string? Bullet(string text, int at) =>
        at + 1 < text.Length && text[at] is '*' or '-' or '•' && text[at + 1] is ' ' or '\t' ? text[at].ToString() : null;

    private static int NextBullet(string text, int at, string bullet)
    {
        for (var next = text.IndexOf(bullet, at, StringComparison.Ordinal); next >= 0; next = text.IndexOf(bullet, next + 1, StringComparison.Ordinal))
        {
            if (next > 0 && char.IsWhiteSpace(text[next - 1]) && next + 1 < text.Length && text[next + 1] is ' ' or '\t')
            {
                return next;
            }
        }

        return text.Length;
    }

    private static bool Follows(string text, int at, string words) => string.Compare(text, at, words, 0, words.Length, StringComparison.OrdinalIgnoreCase) == 0;

    private static int Skip(string text, int at, string signs)
    {
        while (at < text.Length && signs.Contains(text[at], StringComparison.Ordinal))
        {
            at++;
        }

        return at;
    }
}
