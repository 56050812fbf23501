namespace AgentScaler.Materialization.Sentences.Clauses;

/// <summary>Writes the words of a noun phrase so that tables, columns and parameters can be found by them.</summary>
internal static class NounPhrase
{
    /// <summary>The phrase without articles, adverbs and what hangs on it: "the patient's own species, then" is "patient species".</summary>
    public static string Of(IEnumerable<string> words)
    {
        var kept = words.Where(w => w != ",").SkipWhile(w => Lexicon.IsLead(w) || Lexicon.IsArticle(w) || Lexicon.IsAdverb(w)).ToList();
        kept = [.. kept.TakeWhile((w, at) => at == 0 || w is not ("that" or "which" or "who" or "whose" or "with" or "without" or "than")
            && !(w is "at" or "on" or "in" or "for" or "from" or "to" or "by" or "during" && at > 0))];
        kept = [.. kept.Where((w, at) => at == 0 || !(Lexicon.IsArticle(w) || Lexicon.IsAdverb(w)))];
        return string.Join(' ', kept);
    }

    /// <summary>The phrase with what hangs on it, without articles.</summary>
    public static string Whole(IEnumerable<string> words) =>
        string.Join(' ', words.Where(w => w != "," && !Lexicon.IsArticle(w) && !Lexicon.IsAdverb(w)));
}
