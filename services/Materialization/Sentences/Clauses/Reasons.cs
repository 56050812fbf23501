using System.Text.RegularExpressions;

namespace AgentScaler.Materialization.Sentences.Clauses;

/// <summary>
/// Finds the reasons that a text names by the codes of errors: "The tag is in use (`tag_taken`)", "tag_taken: another item has it", "tag_taken (retired ones
/// too) or limit_reached", "limit_reached when two are out".
/// </summary>
internal static partial class Reasons
{
    private const int Most = 12;
    private const string Name = "(?:`(?:4\\d\\d )?[A-Za-z][A-Za-z0-9]*(?:[_.-][A-Za-z0-9]+)*`|(?<![\\w`.-])(?:[a-z][a-z0-9]*(?:_[a-z0-9]+)+|[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+|[A-Z]{5,})(?![\\w`=-]|\\.\\w))";

    /// <summary>The reasons of a text; none where it has no codes.</summary>
    public static IReadOnlyList<Reason> Of(string text) => InBrackets(text) is { Count: > 0 } found ? found : InFront(text);

    /// <summary>The reasons of a sentence about a tool that tells how it is refused, or that ends with the code of what it refuses.</summary>
    public static IReadOnlyList<Reason> OfTool(string text) => Refusing().IsMatch(text) || Begins().IsMatch(text) ? Of(text)
        : Behind().Match(text) is { Success: true } behind ? [new Reason(Bare(behind.Groups["code"].Value), Plain(behind.Groups["said"].Value))] : [];

    private static List<Reason> InBrackets(string text)
    {
        var reasons = new List<Reason>();
        var from = 0;
        foreach (var match in Bracketed().Matches(text).Take(Most))
        {
            var codes = Names().Matches(match.Value).Select(m => Bare(m.Value)).ToList();
            reasons.Add(new Reason(codes is [var only] ? only : "", Plain(text[from..match.Index])));
            reasons.AddRange(codes.Count > 1 ? codes.Select(c => new Reason(c, "")) : []);
            from = match.Index + match.Length;
        }

        if (reasons.Count > 0 && Plain(text[from..]) is { Length: > 0 } rest)
        {
            reasons.Add(new Reason("", rest));
        }

        return reasons;
    }

    private static List<Reason> InFront(string text)
    {
        var codes = Items().Matches(text).Where(m => !IsSubject(text[(m.Index + m.Length)..])).Take(Most).ToList();
        return codes.Count == 0 || !Leads(text[..codes[0].Groups["code"].Index]) ? []
            : [.. codes.Select((c, at) => Of(c.Groups["code"].Value,
                text[(c.Groups["code"].Index + c.Groups["code"].Length)..(at + 1 < codes.Count ? codes[at + 1].Index : text.Length)]))];
    }

    private static Reason Of(string code, string said) => new(Bare(code), Plain(said), Narrowing().IsMatch(said));

    /// <summary>"`amount` exceeds the balance" speaks of an argument.</summary>
    private static bool IsSubject(string after) => Tokens.Of(Wording.Of(after)) is [var next, ..] && after.StartsWith(' ') && Lexicon.IsFinite(next);

    /// <summary>Whether nothing stands before the first code but words that lead to a list of them.</summary>
    private static bool Leads(string before) => before.Trim(' ', '*', '-', '`') is var words && (words.Length == 0 || words.EndsWith(':')
        || Refusing().IsMatch(words + " ")
        || words.EndsWith("because", StringComparison.OrdinalIgnoreCase) || words.EndsWith("with", StringComparison.OrdinalIgnoreCase)
        || words.EndsWith("either", StringComparison.OrdinalIgnoreCase));

    /// <summary>The code without quotes and without the status before it.</summary>
    private static string Bare(string code) => code.Trim('`') is ['4', _, _, ' ', .. var bare] ? bare : code.Trim('`');

    /// <summary>What is said, without connectives and brackets around it.</summary>
    private static string Plain(string text)
    {
        var bare = text.Trim();
        bare = bare.StartsWith('(') && bare.IndexOf(')', StringComparison.Ordinal) is > 0 and var close ? bare[1..close] : bare;
        bare = bare.Trim(' ', ',', ';', ':', '.', '-', '–', '—', '*', '`', '"', '|', ')');
        bare = Before().Replace(bare, "");
        return Behinds().Replace(bare, "").Trim(' ', ',');
    }

    [GeneratedRegex("^\\s*(?:when|if|where|while|for)\\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Narrowing();

    [GeneratedRegex(Name, RegexOptions.CultureInvariant)]
    private static partial Regex Names();

    [GeneratedRegex("\\(\\s*(?:(?:or|else|otherwise|errors?|error code|code|fails with|gives|4\\d\\d),?:?\\s+)*" + Name + "(?:\\s*(?:,|/|or|and)\\s*" + Name + ")*\\s*\\)", RegexOptions.CultureInvariant)]
    private static partial Regex Bracketed();

    [GeneratedRegex("(?:^|[,;:*•|/(]|\\s[-–]|\\b[Oo]r|\\b[Aa]nd|\\b[Ww]ith(?:\\s4\\d\\d)?|\\b[Ee]ither|\\b[Bb]ecause)\\s*(?<code>" + Name + ")", RegexOptions.CultureInvariant)]
    private static partial Regex Items();

    [GeneratedRegex("^(?:will |it |this |the (?:call|request|tool) )?(?:is )?(?:refused|errors?|error codes?|fails?|failures?|raises|rejected|rejects|refuses|refusals?|possible errors|throws)(?: with)?(?: 4\\d\\d)?[ :]",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Refusing();

    [GeneratedRegex("^[a-z][a-z0-9]*(?:_[a-z0-9]+)+ (?:when|if|where|while|:|\\()", RegexOptions.CultureInvariant)]
    private static partial Regex Begins();

    [GeneratedRegex("^(?<said>.{8,}): (?<code>" + Name + ")$", RegexOptions.CultureInvariant)]
    private static partial Regex Behind();

    [GeneratedRegex("^(?:(?:or|and|either|also|respectively|because|when|if|where|for|as)\\b,?\\s*)+", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Before();

    [GeneratedRegex("(?:[\\s,]+(?:or|and)|\\s(?:before|earlier|previously))$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Behinds();
}
