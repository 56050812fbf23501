namespace AgentScaler.Materialization.Sentences.Lists;

/// <summary>Words that say which row of a list comes first.</summary>
internal static class OrderWords
{
    private static readonly HashSet<string> Newest = new(StringComparer.Ordinal) { "newest", "latest", "recent", "recently", "freshest", "youngest" };
    private static readonly HashSet<string> Oldest = new(StringComparer.Ordinal) { "oldest" };
    private static readonly HashSet<string> Soonest = new(StringComparer.Ordinal) { "earliest", "next", "soonest", "nearest", "upcoming" };

    private static readonly HashSet<string> Greatest = new(StringComparer.Ordinal)
    {
        "highest", "largest", "biggest", "greatest", "longest", "heaviest", "most", "top", "best", "priciest", "dearest", "expensive", "tallest", "furthest",
        "strongest", "busiest", "fullest",
    };

    private static readonly HashSet<string> Least = new(StringComparer.Ordinal)
    {
        "lowest", "smallest", "fewest", "least", "shortest", "lightest", "cheapest", "worst", "closest", "emptiest",
    };

    private static readonly HashSet<string> Down = new(StringComparer.Ordinal) { "descending", "desc", "decreasing", "reverse", "reversed", "descendingly" };
    private static readonly HashSet<string> Up = new(StringComparer.Ordinal) { "ascending", "asc", "increasing", "rising" };

    private static readonly HashSet<string> Sorting = new(StringComparer.Ordinal)
    {
        "sorted", "ordered", "ranked", "sort", "sorts", "order", "orders", "arranged", "arranges", "sequenced", "sequence", "organized", "organised",
        "listed", "lists",
    };

    public static bool IsSorting(string word) => Sorting.Contains(word);

    public static bool IsSuperlative(string word) => IsOfTime(word) || Greatest.Contains(word) || Least.Contains(word);

    public static bool IsOfTime(string word) => Newest.Contains(word) || Oldest.Contains(word) || Soonest.Contains(word);

    /// <summary>Whether a word asks for the time at which things begin, and not for that at which they came to be.</summary>
    public static bool IsOfBeginning(string word) => Soonest.Contains(word);

    public static bool IsOfMoney(string word) => word is "cheapest" or "expensive" or "priciest" or "dearest";

    /// <summary>Whether the words name a direction, and if it is the one that leads down; null where they name none.</summary>
    public static bool? Descends(IReadOnlyList<string> words)
    {
        bool? said = words.Any(Down.Contains) ? true : words.Any(Up.Contains) ? false : null;
        if (said is not null)
        {
            return said;
        }

        for (var i = 0; i + 2 < words.Count; i++)
        {
            if (words[i + 1] == "to")
            {
                switch (words[i], words[i + 2])
                {
                    case ("a", "z") or ("low", "high") or ("lowest", "highest") or ("smallest", "largest"):
                        return false;
                    case ("z", "a") or ("high", "low") or ("highest", "lowest") or ("largest", "smallest"):
                        return true;
                    default:
                        break;
                }
            }
        }

        return null;
    }

    /// <summary>Whether the superlative at a place, where it comes first, makes a list descend: "most" turns nothing, "least expensive" does.</summary>
    public static bool Leads(IReadOnlyList<string> words, int at)
    {
        var least = words.Take(at + 1).TakeLast(2).Any(w => w == "least");
        return words[at] == "expensive" ? !least : !least && (Newest.Contains(words[at]) || Greatest.Contains(words[at]));
    }

    /// <summary>The phrases of a list of what rows stand by: "course", "then name", "id".</summary>
    public static IEnumerable<List<string>> Cut(IReadOnlyList<string> words)
    {
        var segment = new List<string>();
        foreach (var word in words)
        {
            if (word is "," or "then" or "and" or "within")
            {
                if (segment.Count > 0)
                {
                    yield return segment;
                }

                segment = [];
            }
            else
            {
                segment.Add(word);
            }
        }

        if (segment.Count > 0)
        {
            yield return segment;
        }
    }
}
