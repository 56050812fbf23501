using System.Text.RegularExpressions;

namespace AgentScaler.Materialization.Sentences.Clauses;

/// <summary>Reads which argument another one asks for: "a note is required when damaged", "when damaged without a note", "required if the kind is other".</summary>
internal static partial class ConditionalNeeds
{
    /// <param name="parameter">The words of the parameter that the sentence describes; empty where it describes none.</param>
    public static NeededWhen? Read(string words, string parameter)
    {
        if (Without().Match(words) is { Success: true } without)
        {
            return Of(without.Groups["x"].Value, without.Groups["c"].Value);
        }

        var match = Required().Match(words) is { Success: true } behind ? behind : InFront().Match(words);
        var named = match.Groups["x"].Value.Trim();
        return !match.Success ? null
            : named is "" or "it" or "this" or "this field" or "value" or "this parameter" or "field" ? parameter.Length == 0 ? null : Of(parameter, match.Groups["c"].Value)
            : Of(named, match.Groups["c"].Value);
    }

    private static NeededWhen? Of(string argument, string when) => NounPhrase.Of(Tokens.Of(argument)) is { Length: > 0 } needed
        && Tokens.Core(Tokens.Of(when)) is { Count: > 0 and <= 8 } said
        && NounPhrase.Whole(said) is { Length: > 0 } condition && !needed.Split(' ').Any(w => w is "authentication" or "permission" or "permissions" or "approval")
            ? new NeededWhen(needed, condition) : null;

    [GeneratedRegex("^(?<x>(?:[^ ,]+ ){0,5}?)(?:(?:is|are) |(?:must|has to|have to|needs to) be )?(?:also |then )?(?:required|mandatory|obligatory|needed|given|sent|provided|supplied|specified) (?:, )?(?:only )?(?:when|if|where) (?<c>[^,]+)(?:,|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Required();

    [GeneratedRegex("^(?:when|if|where) (?<c>[^,]+) , (?<x>(?:[^ ,]+ ){1,5}?)(?:(?:is|are) (?:then )?(?:required|mandatory|needed)|(?:must|has to|have to|needs to) be (?:given|sent|provided|supplied|specified|included|set)) ", RegexOptions.CultureInvariant)]
    private static partial Regex InFront();

    [GeneratedRegex("(?:^|, |^also )(?:also )?(?:when|if) (?<c>(?:[^ ,]+ ){1,5}?)without (?<x>(?:[^ ,]+ ){1,4})$", RegexOptions.CultureInvariant)]
    private static partial Regex Without();
}
