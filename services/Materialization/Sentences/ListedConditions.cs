using System.Text.RegularExpressions;

namespace AgentScaler.Materialization.Sentences;

/// <summary>Gives each entry of a list of conditions the words that lead to the list: "goes through only if all of this holds: * A; * B".</summary>
internal static partial class ListedConditions
{
    /// <summary>The text with each entry as a sentence of its own.</summary>
    public static string Unfold(string text) => text.Contains(':', StringComparison.Ordinal) ? List().Replace(text, Each) : text;

    private static string Each(Match match)
    {
        var lead = match.Groups["lead"].Value;
        var frame = Demanding().IsMatch(lead) ? "Only if" : Refusing().IsMatch(lead) ? "Refused if" : null;
        return frame is null ? match.Value
            : $"{lead}.\n{string.Concat(Bullet().Split(match.Groups["list"].Value).Select(e => e.Trim(' ', ';', ',', '.', '\n', '\r')).Where(e => e.Length > 0).Select(e => $"{frame} {e}.\n"))}";
    }

    [GeneratedRegex(@"(?<lead>[^.;:\n]{4,160}):(?<list>(?:\s*(?:^|\s)[*•–-]\s+[^*•\n;.]{3,200}[;.,]?)+)", RegexOptions.CultureInvariant)]
    private static partial Regex List();

    [GeneratedRegex(@"(?:^|\s)[*•–-]\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Bullet();

    [GeneratedRegex(@"\b(?:only (?:if|when|while)|goes through|all of (?:this|these|the following)|must hold|conditions|provided|requirements?)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Demanding();

    [GeneratedRegex(@"\b(?:refused|rejected|fails?|denied|not possible|not allowed|error)\b[^:]*\b(?:if|when|where|while|in (?:these|the following) cases)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Refusing();
}
