using System.Text;
using System.Text.RegularExpressions;
using AgentScaler.Language;

namespace AgentScaler.Materialization.Sentences;

/// <summary>Writes a sentence as words that forms can be matched with.</summary>
internal static partial class Wording
{
    /// <summary>Short forms and what they stand for. A typographic apostrophe is read as a plain one.</summary>
    private static readonly (string Short, string Long)[] Contractions =
    [
        ("can't", "cannot"), ("won't", "will not"), ("n't", " not"), ("'re", " are"), ("'ve", " have"), ("'ll", " will"), ("it's", "it is"), ("there's", "there is"),
        ("can not ", "cannot "), ("e-mail", "email"), ("'s ", " "), ("s' ", "s "),
    ];

    /// <summary>
    /// "The member's `dueDate` can't be in the past, e.g. 2.50" becomes "the member due date cannot be in the past , e.g 2.50 ".
    /// </summary>
    public static string Of(string text)
    {
        var straight = text.Replace('’', '\'');
        var plain = ErrorCode().Replace(straight, "") + " ";
        plain = Demanding().IsMatch(straight) ? BareCode().Replace(plain, "") : plain;
        foreach (var (form, full) in Contractions)
        {
            plain = plain.Replace(form, full, StringComparison.OrdinalIgnoreCase);
        }

        var words = new StringBuilder();
        foreach (var word in plain.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).SelectMany(Parts))
        {
            words.Append(word).Append(' ');
        }

        return words.ToString();
    }

    /// <summary>The words of what stands between two blanks: a name is split, a number stays whole, punctuation is a comma.</summary>
    private static IEnumerable<string> Parts(string token)
    {
        var inner = token.Trim('"', '\'', '`', '*', '“', '”', '.', '!', '?', ':', ';');
        var opened = token.StartsWith('(') || token.StartsWith('[');
        var closed = token.EndsWith(')') || token.EndsWith("),", StringComparison.Ordinal) || token.EndsWith(").", StringComparison.Ordinal) || token.EndsWith(']');
        var comma = token.TrimEnd('"', '`', '”', '*').EndsWith(',') || token is "-" or "–" or "—";
        if (opened)
        {
            yield return ",";
        }

        inner = inner.Trim('(', ')', '[', ']', ',', '"', '`', '\'', '“', '”', '*', '$', '€', '.');
        if (IsNumber(inner))
        {
            yield return inner.Replace(",", "", StringComparison.Ordinal);
        }
        else
        {
            foreach (var word in Words.Split(inner))
            {
                yield return word;
            }
        }

        if (closed || comma)
        {
            yield return ",";
        }
    }

    private static bool IsNumber(string text) =>
        text.Length > 0 && char.IsAsciiDigit(text[0]) && text.All(c => char.IsAsciiDigit(c) || c is '.' or ',');

    /// <summary>A code in brackets after a reason is its name for programs, not a part of it: "The parcel is locked (`parcel_locked`)".</summary>
    [GeneratedRegex(@"\s\(\s*(?:(?:or |else |otherwise |error |code |fails with )*(?:4\d\d,?\s+)?)`(4\d\d )?[A-Za-z0-9]+([_.-][A-Za-z0-9]+)+`(\s*,\s*`[A-Za-z0-9_.-]+`)*\s*\)", RegexOptions.CultureInvariant)]
    private static partial Regex ErrorCode();

    /// <summary>A code without quotes, which stands behind a demand: "Closed claims cannot be paid (CLAIM_CLOSED)", "(else claim_closed)".</summary>
    [GeneratedRegex(@"\s\(\s*(?:(?:or )?(?:else|otherwise|error(?: code)?|fails with|code|gives|refused with|4\d\d),?:?\s+)*(?:[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+|[a-z][a-z0-9]*(?:_[a-z0-9]+)+)\s*\)", RegexOptions.CultureInvariant)]
    private static partial Regex BareCode();

    [GeneratedRegex(@"\b(?:must|cannot|can't|can only|may not|may only|must not|at most|at least|up to|no more than|not more than|only|not possible|impossible|needs?|requires?|have to|has to|not allowed|unique|not be)\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Demanding();
}
