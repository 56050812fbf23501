using System.Text.RegularExpressions;

namespace AgentScaler.Materialization.Sentences.Clauses;

/// <summary>Reads that something is done twice, or that a thing is taken when it is asked for: "already enrolled in this class", "not available on those days".</summary>
internal static partial class Repetitions
{
    public static Condition? Read(string words) => Done().Match(words) is { Success: true } done && StateWords.IsParticiple(done.Groups["act"].Value.Trim())
        ? new SaidTwice(new InState(Subject(done), [done.Groups["act"].Value.Trim()], false), new Repeats([], true))
        : Missing().Match(words) is { Success: true } missing
            ? new SaidTwice(new InState(Subject(missing), ["available"], true), new OneAtATime(Subject(missing), [], "time", true))
        : null;

    private static string Subject(Match match) => NounPhrase.Of(Tokens.Of(match.Groups["t"].Value)) is { Length: > 0 } subject ? subject : "it";

    [GeneratedRegex("^(?<t>(?:[^ ,]+ ){0,4}?)(?:(?:is|are|has|have|was|were) )?already (?:been )?(?<act>[^ ,]+ )(?:up )?(?:in|for|on|to|at|with) (?:this|that|the) [^,]+$", RegexOptions.CultureInvariant)]
    private static partial Regex Done();

    [GeneratedRegex("^(?<t>(?:[^ ,]+ ){1,4}?)(?:(?:is|are) )?(?:not (?:available|free)|unavailable) (?:for|at|on|in|during) [^,]*(?:date|dates|time|times|period|slot|day|days|night|nights|hour|hours) ", RegexOptions.CultureInvariant)]
    private static partial Regex Missing();
}
