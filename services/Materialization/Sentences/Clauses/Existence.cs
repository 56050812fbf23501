using AgentScaler.Language;

namespace AgentScaler.Materialization.Sentences.Clauses;

/// <summary>What is said by "there is": "there are no places left", "there are still open lots", "there is already a booking at that time".</summary>
internal static class Existence
{
    public static Condition? Read(IReadOnlyList<string> said)
    {
        var (rest, denied) = Tokens.Denied(said[0] == "be" ? [.. said.Skip(1)] : said);
        rest = Tokens.Core(rest);
        return rest switch
        {
            [] => null,
            ["no", .. var none] when none.Count > 0 => None(none),
            ["enough", .. var have] when have.Count > 0 => new Enough(NounPhrase.Of(have), "", !denied),
            ["too", "few", .. var have] when have.Count > 0 => new Enough(NounPhrase.Of(have), "", false),
            ["fewer" or "less", .. var have] when have.Contains("than") => Possessions.Fewer(have),
            _ => Some(rest, !denied),
        };
    }

    private static Condition? None(List<string> none)
    {
        var room = none.FindIndex(IsRoom);
        var bare = none[0] is "more" or "such" or "free" ? none.Skip(1).ToList() : none;
        return bare.Count == 0 ? null
            : room == 0 ? new Enough($"{NounPhrase.Of(bare)} left", "", false)
            : room > 0 ? new Enough($"{NounPhrase.Of(none.Take(room))} left", "", false)
            : Words.IsPlural(NounPhrase.Of(bare).Split(' ')[^1]) ? new IsUsed("it", NounPhrase.Of(bare), false)
            : NounPhrase.Of(bare) is not { Length: > 0 } thing ? null
            : thing.Split(' ') is [var state, var one] && StateWords.Are(state) ? new IsUsed("it", $"{state} {Words.Plural(one)}", false)
            : new IsThere(thing, false);
    }

    public static bool IsRoom(string word) => word is "left" or "available" or "free" or "remaining";

    private static Condition? Some(List<string> rest, bool asserted)
    {
        var phrase = NounPhrase.Of(rest);
        var (first, last) = (phrase.Split(' ')[0], rest[^1]);
        Condition? found = phrase.Length == 0 ? null
            : rest[0] is "a" or "an" or "another" or "already" && rest.Exists(Lexicon.IsTime) ? new OneAtATime("it", [], "time", false)
            : IsRoom(last) || IsRoom(first)
                ? new Enough($"{string.Join(' ', phrase.Split(' ').Where(w => !IsRoom(w)))} left", "", true)
            : Words.IsPlural(phrase.Split(' ')[^1]) ? new IsUsed("it", phrase, true)
            : null;
        return asserted ? found : found?.Refused;
    }
}
