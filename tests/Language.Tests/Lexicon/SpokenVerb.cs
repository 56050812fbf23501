namespace AgentScaler.Language.Tests;

/// <summary>What the lexicon says of the verb with which a sentence begins, in the words of its own lines.</summary>
internal static class SpokenVerb
{
    public static string Of(string sentence, string phrase)
    {
        var words = Words.Split(sentence);
        var verb = VerbLexicon.PhraseAt(words, 0) ?? VerbLexicon.Find(words[0]) ?? throw new InvalidOperationException($"No verb begins \"{sentence}\".");
        Assert.Equal(phrase, verb.Phrase);
        return string.Join("; ", Clauses(verb).Where(c => c.Length > 0));
    }

    private static IEnumerable<string> Clauses(BusinessVerb verb)
    {
        var kind = verb.Class switch
        {
            VerbClass.Transition => "step",
            VerbClass.None => "mark",
            _ => verb.Class.ToString().ToLowerInvariant(),
        };
        var made = verb.Class == VerbClass.Transition ? null : verb.Makes;
        yield return string.Join(' ', verb.Statuses.Prepend(kind).Concat(made is null ? [] : [made]));
        yield return verb.Class == VerbClass.Transition && verb.Makes is { } thing ? $"makes {thing}" : "";
        yield return Clause("from", verb.From);
        yield return Clause("ends", verb.Ends);
        yield return verb.LeadsBack ? "leads back" : "";
        yield return Clause("marks", verb.Marks);
        yield return Clause("unmarks", verb.Unmarks);
        yield return Clause("takes", [.. verb.Takes.Select(t => t.ToString().ToLowerInvariant())]);
        yield return Clause("gives", [.. verb.Gives.Select(t => t.ToString().ToLowerInvariant())]);
        yield return verb.UndoneBy is { } undone ? $"undone by {undone}" : "";
    }

    private static string Clause(string word, IReadOnlyList<string> words) => words.Count == 0 ? "" : $"{word} {string.Join(' ', words)}";
}
