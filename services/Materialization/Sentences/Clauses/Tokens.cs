namespace AgentScaler.Materialization.Sentences.Clauses;

/// <summary>The words of a clause, and what stands at its edges.</summary>
internal static class Tokens
{
    public static List<string> Of(string words) => [.. words.Split(' ', StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>The words without connectives, commas and adverbs in front, and without adverbs and commas at the end.</summary>
    public static List<string> Core(IReadOnlyList<string> words)
    {
        var from = 0;
        while (from < words.Count && (words[from] == "," || Lexicon.IsLead(words[from])))
        {
            from++;
        }

        var to = words.Count;
        while (to > from && (words[to - 1] == "," || IsTrailing(words, to)))
        {
            to--;
        }

        return [.. words.Skip(from).Take(to - from)];
    }

    /// <summary>The words after negations and adverbs in front of them, and whether an odd number of negations stood there.</summary>
    public static (List<string> Said, bool Not) Denied(IReadOnlyList<string> words)
    {
        var denied = false;
        var from = 0;
        for (; from < words.Count; from++)
        {
            if (words[from] is "not" or "never" or "neither" or "nor" || (words[from] == "no" && from + 1 < words.Count && words[from + 1] == "longer"))
            {
                denied = !denied;
            }
            else if (!(Lexicon.IsAdverb(words[from]) || words[from] is "," or "longer" or "being"))
            {
                break;
            }
        }

        return ([.. words.Skip(from)], denied);
    }

    /// <summary>The parts that commas and a conjunction bind.</summary>
    public static List<List<string>> Split(IReadOnlyList<string> words, params string[] conjunctions)
    {
        var parts = new List<List<string>> { new() };
        foreach (var word in words)
        {
            if (word == "," || conjunctions.Contains(word))
            {
                if (parts[^1].Count > 0)
                {
                    parts.Add([]);
                }
            }
            else
            {
                parts[^1].Add(word);
            }
        }

        return [.. parts.Where(p => p.Count > 0)];
    }

    private static bool IsTrailing(IReadOnlyList<string> words, int to) => words[to - 1] is "already" or "yet" or "anymore" or "now" or "again" or "currently" or "still" or "too"
        || (words[to - 1] is "more" && to > 1 && words[to - 2] == "any") || (words[to - 1] is "any" && to < words.Count && words[to] == "more")
        || (words[to - 1] is "before" or "earlier" or "previously" && to > 1);
}
