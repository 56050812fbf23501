using System.Text.RegularExpressions;

namespace AgentScaler.Language.Values.Documents;

/// <summary>
/// Reads values from a description: "for example X, Y", "such as X", "one of A, B or C", "valid values: ...", "in the form
/// YYYY-MM". Prose that only looks like a list has no values.
/// </summary>
public static class DescriptionReader
{
    private const int MostRead = 2_000;
    private const RegexOptions Linear = RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    private static readonly (Regex Words, bool Closed)[] Introductions =
    [
        (new(@"\b(valid|possible|allowed|accepted|acceptable|supported|permitted|available)\s+(values?|options?|choices?|types?|statuses|states|codes|formats)\s*(are|is|include|of|:)\s*:?\s*(the following)?\s*:?\s*",
            Linear), true),
        (new(@"\bone of\s+(the following)?\s*(values|strings|options|types)?\s*:?\s*", Linear), true),
        (new(@"\benum\b\s*\]?\s*:\s*", Linear), true),
        (new(@"\beither\s+(in\s+)?", Linear), true),
        (new(@"\b(for example|for instance|such as|e\.g\.?)\s*[,:]?\s*", Linear), false),
        (new(@"\b(examples?|ex)\s*:\s*", Linear), false),
        (new(@"\blike\s+(?:['""`])", Linear), false),
    ];

    private static readonly Regex Stated = new(@"\b(format|form)\b\s*(of|is|as|in)?\s*:?\s*\(?", Linear);
    private static readonly Regex Named = new(@"[`'""](?<form>[^`'""\s]+)[`'""]\s+(format|form)\b", Linear);

    public static StatedText Read(string? description)
    {
        if (string.IsNullOrWhiteSpace(description))
        {
            return StatedText.Nothing;
        }

        var text = description.Length > MostRead ? description[..MostRead] : description;
        var form = FormIn(text);
        foreach (var (at, closed) in Places(text))
        {
            var items = StatedItems.From(text, at, closed);
            if (items.Count == 0)
            {
                continue;
            }

            if (StatedForm.Is(items[0]))
            {
                form ??= items[0];
                continue;
            }

            return new StatedText([.. items.Where(i => !StatedForm.Is(i))], closed && items.Count > 1, form);
        }

        return form is null ? StatedText.Nothing : new StatedText([], false, form);
    }

    /// <summary>Where lists of values may begin, in the order of the text.</summary>
    private static IEnumerable<(int At, bool Closed)> Places(string text) => Introductions
        .SelectMany(i => Matches(i.Words, text).Select(m => (At: m, i.Closed)))
        .OrderBy(p => p.At);

    private static List<int> Matches(Regex words, string text)
    {
        var found = new List<int>();
        foreach (var match in words.EnumerateMatches(text))
        {
            var end = match.Index + match.Length;
            // "like 'abc'": the quote belongs to the value.
            found.Add(end > 0 && text[end - 1] is '\'' or '"' or '`' ? end - 1 : end);
        }

        return found;
    }

    private static string? FormIn(string text)
    {
        if (Named.Match(text) is { Success: true } named && StatedForm.Is(named.Groups["form"].Value))
        {
            return named.Groups["form"].Value;
        }

        foreach (var at in Matches(Stated, text))
        {
            if (StatedItems.Token(text, at) is { } token && StatedForm.Is(token))
            {
                return token;
            }
        }

        return null;
    }
}
