namespace AgentScaler.Materialization.Sentences.Clauses;

/// <summary>What is said by a verb of its own: overlaps, exceeds, exists, belongs, starts before, matches.</summary>
internal static class Acts
{
    public static Condition? Read(string subject, string verb, List<string> said)
    {
        var rest = Tokens.Core(said);
        return Lexicon.IsClash(verb) ? Clash(rest)
            : Lexicon.IsMotion(verb) ? Motion(subject, verb, rest)
            : verb.TrimEnd('s') switch
            {
                "exist" => new IsThere(subject, true),
                "belong" => rest is ["to", "another" or "other", .. var other] ? new NoTwo([subject], "", false) { Of = NounPhrase.Of(other) }
                    : rest is ["to", .. var owner] && owner.Count > 0 ? new IsOf(subject, NounPhrase.Of(owner), true) : null,
                "start" or "begin" or "end" or "lie" or "happen" => Comparisons.Read(verb.TrimEnd('s') is "lie" or "happen" ? subject : $"{subject} {verb.TrimEnd('s')}", rest) as IsBefore,
                "match" or "equal" when rest.Count > 0 => Comparisons.Same(subject, rest),
                "differ" when rest is ["from", .. var from] => Comparisons.Same(subject, from).Refused,
                "cover" or "suffice" when rest.Count > 0 => new Enough(subject, NounPhrase.Of(rest[0] == "for" ? rest.Skip(1) : rest), true),
                _ => null,
            };
    }

    /// <summary>"overlaps another booking of the same room": whose the two are stands last, or nothing says it.</summary>
    private static OneAtATime Clash(List<string> rest)
    {
        var of = rest.FindIndex(w => w is "of" or "for");
        return new OneAtATime(of >= 0 && of < rest.Count - 1 ? NounPhrase.Of(rest.Skip(of + 1)) : "it", [], "time", false);
    }

    private static Condition? Motion(string subject, string verb, List<string> rest) => (verb.TrimEnd('s'), rest) switch
    {
        ("exceed" or "surpasse" or "surpas", { Count: > 0 }) => Over(subject, rest),
        ("go" or "goe" or "rise" or "climb" or "run", ["over" or "above" or "beyond" or "past", .. var most]) when most.Count > 0 => Over(subject, most),
        ("go" or "goe" or "fall" or "drop", ["below" or "under", .. var least]) when least.Count > 0 => Comparisons.AtLeast(subject, least)?.Refused,
        _ => null,
    };

    private static Condition? Over(string subject, List<string> limit) => Comparisons.AtMost(subject, limit)?.Refused;
}
