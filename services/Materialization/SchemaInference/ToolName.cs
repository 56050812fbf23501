using AgentScaler.Language;

namespace AgentScaler.Materialization.SchemaInference;

/// <summary>A tool's name read as verb, noun and by-phrase.</summary>
internal sealed record ToolName(string Verb, VerbClass VerbClass, IReadOnlyList<string> Noun, IReadOnlyList<string> Tail, bool Plural)
{
    private static readonly HashSet<string> Prepositions = new(StringComparer.Ordinal) { "by", "for", "from", "in", "of", "on", "with", "using", "at", "to",
        "into", "via", "between", "within", "near", "as", "and" };

    private static readonly HashSet<string> Solvable = new(StringComparer.Ordinal) { "ticket", "case", "issue", "incident", "request", "alert" };

    private static readonly HashSet<string> Fillers = new(StringComparer.Ordinal)
    {
        "all", "my", "a", "an", "the", "details", "detail", "info", "information", "by", "id", "ids", "recent", "latest", "current", "new", "existing", "api",
            "v1", "v2", "v3", "list", "many", "multiple", "single", "one", "full",
        "batch", "bulk", "upcoming", "available", "active", "available", "nearby", "popular", "top", "specific", "custom", "async", "data", "results", "tool",
            "endpoint",
    };

    /// <summary>Nouns with which a verb could act on nothing: the details of an order are no order of details.</summary>
    private static readonly HashSet<string> Knowledge = new(StringComparer.Ordinal) { "details", "detail" };

    /// <summary>Verbs that name a thing as well.</summary>
    private static readonly HashSet<string> ThingsToo = new(StringComparer.Ordinal)
    {
        "order", "book", "report", "review", "message", "record", "issue", "charge", "transfer", "schedule", "plan", "quote",
        "request", "route", "call", "email", "post", "return", "refund", "release", "leave", "test", "log", "share", "ticket",
    };

    /// <summary>Reads the words of a name, without the prefix that all tools of its provider share.</summary>
    public static ToolName Parse(IReadOnlyList<string> words)
    {
        if (words.Count == 2 && ThingsToo.Contains(words[0]) && Knowledge.Contains(words[1]))
        {
            return new ToolName("", VerbClass.None, [words[0]], [], false);
        }

        var bulk = Bulk(words);
        return bulk < 0 ? Read(words) : Read([.. words.Where((_, i) => i != bulk)]) with { Plural = true };
    }

    /// <summary>The place of a "batch" or "bulk" beside the verb that says what is done: such a word tells how many, and is no act.</summary>
    private static int Bulk(IReadOnlyList<string> words) =>
        Enumerable.Range(0, words.Count).FirstOrDefault(
            i => words[i] is "batch" or "bulk" && ((i + 1 < words.Count && Verbs.ClassOf(words[i + 1]) != VerbClass.None)
                || (i > 0 && i == words.Count - 1 && Verbs.ClassOf(words[i - 1]) != VerbClass.None)),
            -1);

    private static ToolName Read(IReadOnlyList<string> words)
    {
        var at = -1;
        for (var i = 0; i < words.Count && at < 0; i++)
        {
            if ((Verbs.ClassOf(words[i]) != VerbClass.None || VerbLexicon.PhraseAt(words, i) is not null) && (i == 0 || !IsNounUse(words, i)))
            {
                at = i;
            }
        }

        if (at < 0)
        {
            var (bareNoun, bareTail) = SplitTail(words);
            return new ToolName("", VerbClass.None, Strip(bareNoun), bareTail, bareNoun.Count > 0 && Words.IsPlural(bareNoun[^1]));
        }

        var verb = words[at];
        var verbClass = Verbs.ClassOf(verb);
        if (VerbLexicon.PhraseAt(words, at) is { } phrase)
        {
            // A verb of two words, or of three: check in, put on hold.
            (verb, verbClass) = (phrase.Key, phrase.Class);
            words = [.. words.Take(at + 1), .. words.Skip(at + phrase.Phrase.Split(' ').Length)];
        }

        if (at + 2 < words.Count && words[at + 1] == "or" && Verbs.ClassOf(words[at + 2]) is var other and not VerbClass.None)
        {
            // "create or update" is one act on one thing.
            (verb, verbClass) = Alternative(verbClass, other) ? ("upsert", VerbClass.Upsert) : (verb, verbClass);
            words = [.. words.Take(at + 1), .. words.Skip(at + 3)];
        }

        if (verb is "solve" && !words.Any(Solvable.Contains))
        {
            // An equation is solved without changing anything, a ticket is not.
            verbClass = VerbClass.Compute;
        }

        if (verb is "sign" or "log" && at + 1 < words.Count && words[at + 1] is "in" or "out" or "up")
        {
            verbClass = VerbClass.Act;
        }

        var after = words.Skip(at + 1).ToList();
        var (noun, tail) = SplitTail(after);
        if (noun.Count == 0 || Strip(noun).Count == 0)
        {
            // Slack's conversations_list, AWS-like UserCreate: the noun stands before the verb.
            var before = words.Take(at).ToList();
            if (before.Count > 0)
            {
                noun = before;
            }
        }

        var listed = verbClass == VerbClass.Get && (after.Contains("list") || after.Contains("all") || words.Contains("list"));
        var stripped = Strip(noun);
        return new ToolName(verb, listed ? VerbClass.List : verbClass, stripped, tail, listed || (stripped.Count > 0 && Words.IsPlural(stripped[^1])));
    }

    private static bool Alternative(VerbClass one, VerbClass other) =>
        (one, other) is (VerbClass.Create, VerbClass.Update) or (VerbClass.Update, VerbClass.Create);

    private static bool IsNounUse(IReadOnlyList<string> words, int at) =>
        Prepositions.Contains(words[at - 1]) || (words.Take(at).Any(w => Verbs.ClassOf(w) != VerbClass.None));

    private static (IReadOnlyList<string> Noun, IReadOnlyList<string> Tail) SplitTail(IReadOnlyList<string> words)
    {
        for (var i = 1; i < words.Count; i++)
        {
            if (Prepositions.Contains(words[i]))
            {
                return ([.. words.Take(i)], [.. words.Skip(i + 1)]);
            }
        }

        return words.Count > 1 && Prepositions.Contains(words[0]) ? ([], [.. words.Skip(1)]) : (words, []);
    }

    private static List<string> Strip(IReadOnlyList<string> noun)
    {
        var kept = noun.Where(w => !Fillers.Contains(w) && !(w.Length <= 3 && w[0] == 'v' && w.Skip(1).All(char.IsAsciiDigit) && w.Length > 1)).ToList();
        return kept.Count > 3 ? kept[^3..] : kept;
    }
}
