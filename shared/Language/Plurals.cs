namespace AgentScaler.Language;

/// <summary>Converts English nouns, as names of APIs use them, between singular and plural. The tests are the specification.</summary>
internal static class Plurals
{
    /// <summary>Plurals that no rule gives, with their singulars.</summary>
    private static readonly Dictionary<string, string> Irregular = new(StringComparer.Ordinal)
    {
        ["people"] = "person",
        ["children"] = "child",
        ["men"] = "man",
        ["women"] = "woman",
        ["mice"] = "mouse",
        ["geese"] = "goose",
        ["feet"] = "foot",
        ["teeth"] = "tooth",
        ["criteria"] = "criterion",
        ["phenomena"] = "phenomenon",
        ["indices"] = "index",
        ["vertices"] = "vertex",
        ["matrices"] = "matrix",
        ["appendices"] = "appendix",
        ["movies"] = "movie",
        ["cookies"] = "cookie",
        ["calories"] = "calorie",
        ["selfies"] = "selfie",
        ["zombies"] = "zombie",
        ["caches"] = "cache",
        ["niches"] = "niche",
        ["headaches"] = "headache",
        ["avalanches"] = "avalanche",
        ["axes"] = "axis",
        ["shoes"] = "shoe",
        ["toes"] = "toe",
        ["canoes"] = "canoe",
        ["lenses"] = "lens",
        ["gases"] = "gas",
        ["canvases"] = "canvas",
        ["atlases"] = "atlas",
        ["aliases"] = "alias",
        ["biases"] = "bias",
        ["quizzes"] = "quiz",
        ["buses"] = "bus",
        ["menus"] = "menu",
        ["gurus"] = "guru",
        ["emus"] = "emu",
        ["leaves"] = "leave",
        ["shelves"] = "shelf",
        ["knives"] = "knife",
        ["wives"] = "wife",
        ["wolves"] = "wolf",
        ["halves"] = "half",
        ["calves"] = "calf",
        ["loaves"] = "loaf",
        ["thieves"] = "thief",
        ["scarves"] = "scarf",
        ["lives"] = "life",
        ["selves"] = "self",
        ["analyses"] = "analysis",
        ["diagnoses"] = "diagnosis",
        ["hypotheses"] = "hypothesis",
        ["theses"] = "thesis",
        ["crises"] = "crisis",
        ["syntheses"] = "synthesis",
        ["prognoses"] = "prognosis",
        ["parentheses"] = "parenthesis",
        ["uses"] = "use",
        ["houses"] = "house",
        ["warehouses"] = "warehouse",
        ["greenhouses"] = "greenhouse",
        ["causes"] = "cause",
        ["clauses"] = "clause",
        ["pauses"] = "pause",
        ["excuses"] = "excuse",
        ["spouses"] = "spouse",
        ["mouses"] = "mouse",
        ["fuses"] = "fuse",
        ["blouses"] = "blouse",
        ["reuses"] = "reuse",
        ["abuses"] = "abuse",
        ["synopses"] = "synopsis",
        ["alumni"] = "alumnus",
        ["heroes"] = "hero",
        ["potatoes"] = "potato",
        ["tomatoes"] = "tomato",
        ["echoes"] = "echo",
        ["vetoes"] = "veto",
        ["epochs"] = "epoch",
        ["stomachs"] = "stomach",
        ["monarchs"] = "monarch",
        ["techs"] = "tech",
        ["apis"] = "api",
        ["uris"] = "uri",
        ["kpis"] = "kpi",
        ["pois"] = "poi",
        ["emojis"] = "emoji",
        ["wikis"] = "wiki",
        ["taxis"] = "taxi",
        ["cpus"] = "cpu",
        ["gpus"] = "gpu",
        ["skus"] = "sku",
    };

    /// <summary>What is not counted: one word stands for any amount of it, and no "a" stands before it.</summary>
    internal static readonly HashSet<string> Uncounted = new(StringComparer.Ordinal)
    {
        "data", "metadata", "media", "feedback", "information", "equipment", "weather", "money", "software", "hardware", "traffic", "advice",
    };

    /// <summary>Words in s that are one thing, or have no singular.</summary>
    private static readonly HashSet<string> Same = new(StringComparer.Ordinal)
    {
        "series", "species", "news", "analytics", "physics", "mathematics", "economics", "statistics", "logistics", "electronics", "robotics",
        "politics", "ethics", "gas", "lens", "alias", "bias", "canvas", "atlas", "kubernetes", "https", "dns", "aws", "sms", "gps", "css", "tls", "ssl",
        "os", "ios", "pos", "nas", "cms", "sns", "sqs", "ecs", "eks", "rds", "dms", "kms", "ses", "sts", "gcs", "aes", "ups", "sos", "cors", "chaos", "always",
            "perhaps", "whereas", "this", "texas", "headquarters", "corps", "means", "has", "was", "does", "plus", "yes",
    };

    private static readonly string[] Sibilants = ["xes", "ches", "shes", "sses", "zzes"];

    /// <summary>Shortest irregular plural that also ends longer words: bookshelves, grandchildren; olives are no lives.</summary>
    private const int ShortestEnding = 6;

    private static readonly string[] Endings = [.. Irregular.Keys.Where(plural => plural.Length >= ShortestEnding).Order(StringComparer.Ordinal)];

    /// <summary>Singulars with their plurals. The singular of leaves is leave, so that leaf stands here by itself.</summary>
    private static readonly Dictionary<string, string> Known = Irregular
        .GroupBy(pair => pair.Value, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().Key, StringComparer.Ordinal)
        .Append(new("leaf", "leaves")).ToDictionary(StringComparer.Ordinal);

    public static string Singular(string word)
    {
        if (Irregular.TryGetValue(word, out var known))
        {
            return known;
        }

        if (Array.Find(Endings, ending => Ends(word, ending)) is { } end)
        {
            return word[..^end.Length] + Irregular[end];
        }

        if (word.Length < 3 || word[^1] != 's' || word[^2] is 's' or 'u' or 'i' || Same.Contains(word))
        {
            return word;
        }

        return word switch
        {
            _ when Ends(word, "ies") => word.Length > 4 ? word[..^3] + "y" : word[..^1],
            _ when Array.Exists(Sibilants, ending => Ends(word, ending)) || (Ends(word, "oes") && word.Length > 5) || Ends(word, "uses") => word[..^2],
            _ => word[..^1],
        };
    }

    public static string Of(string word)
    {
        // Other scripts have no plural in s.
        if (word.Length == 0 || !char.IsAsciiLetterOrDigit(word[^1]) || Singular(word) != word || Same.Contains(word) || Uncounted.Contains(word))
        {
            return word;
        }

        if (Known.TryGetValue(word, out var known))
        {
            return known;
        }

        if (word.Length > 1 && word[^1] == 'y' && !"aeiou".Contains(word[^2], StringComparison.Ordinal))
        {
            return word[..^1] + "ies";
        }

        return word[^1] is 's' or 'x' || Ends(word, "ch") || Ends(word, "sh") ? word + "es" : word + "s";
    }

    private static bool Ends(string word, string ending) => word.EndsWith(ending, StringComparison.Ordinal);
}
