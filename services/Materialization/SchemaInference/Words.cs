using System.Text;

namespace AgentScaler.Materialization.SchemaInference;

/// <summary>Splits identifiers into lower-case words and converts between singular and plural.</summary>
internal static class Words
{
    private static readonly Dictionary<string, string> Irregular = new(StringComparer.Ordinal)
    {
        ["people"] = "person", ["children"] = "child", ["men"] = "man", ["women"] = "woman", ["mice"] = "mouse",
        ["geese"] = "goose", ["feet"] = "foot", ["teeth"] = "tooth", ["criteria"] = "criterion", ["indices"] = "index",
        ["vertices"] = "vertex", ["matrices"] = "matrix", ["analyses"] = "analysis", ["movies"] = "movie",
        ["series"] = "series", ["species"] = "species", ["news"] = "news", ["media"] = "media", ["data"] = "data",
        ["status"] = "status", ["address"] = "address", ["addresses"] = "address", ["bus"] = "bus", ["buses"] = "bus",
        ["aliases"] = "alias", ["alias"] = "alias", ["statuses"] = "status", ["access"] = "access", ["process"] = "process",
        ["processes"] = "process", ["cookies"] = "cookie", ["leaves"] = "leave", ["caches"] = "cache", ["gas"] = "gas",
        ["responses"] = "response", ["databases"] = "database", ["licenses"] = "license", ["expenses"] = "expense",
        ["purchases"] = "purchase", ["releases"] = "release", ["cases"] = "case", ["courses"] = "course", ["houses"] = "house",
        ["invoices"] = "invoice", ["warehouses"] = "warehouse", ["analytics"] = "analytics", ["metadata"] = "metadata",
        ["business"] = "business", ["businesses"] = "business", ["campus"] = "campus", ["bonus"] = "bonus", ["lens"] = "lens",
        ["dns"] = "dns", ["aws"] = "aws", ["sms"] = "sms", ["gps"] = "gps", ["https"] = "https", ["kubernetes"] = "kubernetes",
        ["exercises"] = "exercise", ["diagnosis"] = "diagnosis", ["basis"] = "basis", ["boxes"] = "box", ["taxes"] = "tax",
        ["classes"] = "class", ["heroes"] = "hero", ["echoes"] = "echo", ["searches"] = "search", ["matches"] = "match",
        ["batches"] = "batch", ["branches"] = "branch", ["patches"] = "patch", ["dishes"] = "dish", ["wishes"] = "wish",
        ["sales"] = "sale", ["menus"] = "menu", ["devices"] = "device",
    };

    private static readonly IReadOnlyList<string> Nameless = ["_"];

    /// <summary>Words of <c>camelCase</c>, <c>PascalCase</c>, <c>snake_case</c>, <c>kebab-case</c> and <c>HTTPServer2</c>.</summary>
    public static IReadOnlyList<string> Split(string identifier)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        for (var i = 0; i < identifier.Length; i++)
        {
            var c = identifier[i];
            if (!char.IsLetterOrDigit(c))
            {
                Flush(words, word);
                continue;
            }

            var previous = i > 0 ? identifier[i - 1] : '\0';
            var next = i + 1 < identifier.Length ? identifier[i + 1] : '\0';
            if (char.IsUpper(c) && (char.IsLower(previous) || char.IsDigit(previous)
                || (char.IsUpper(previous) && char.IsLower(next) && !(next == 's' && (i + 2 >= identifier.Length || !char.IsLower(identifier[i + 2]))))))
            {
                Flush(words, word);
            }

            word.Append(char.ToLowerInvariant(c));
        }

        Flush(words, word);
        return words;
    }

    /// <summary>The words of a member's name, never none: a name without letters and digits has one word that no other name has.</summary>
    public static IReadOnlyList<string> OfMember(string name) => Split(name) is { Count: > 0 } words ? words : Nameless;

    /// <summary>The identifier in snake_case.</summary>
    public static string Snake(string identifier) => string.Join('_', Split(identifier));

    public static string Snake(IEnumerable<string> words) => string.Join('_', words);

    public static string Singular(string word)
    {
        if (Irregular.TryGetValue(word, out var known))
        {
            return known;
        }

        if (word.Length < 4 || !word.EndsWith('s') || word.EndsWith("ss", StringComparison.Ordinal)
            || word.EndsWith("us", StringComparison.Ordinal) || word.EndsWith("is", StringComparison.Ordinal))
        {
            return word;
        }

        if (word.EndsWith("ies", StringComparison.Ordinal))
        {
            return word.Length > 4 ? word[..^3] + "y" : word[..^1];
        }

        if (word.EndsWith("xes", StringComparison.Ordinal) || word.EndsWith("ches", StringComparison.Ordinal)
            || word.EndsWith("shes", StringComparison.Ordinal) || word.EndsWith("sses", StringComparison.Ordinal)
            || word.EndsWith("zzes", StringComparison.Ordinal))
        {
            return word[..^2];
        }

        return word[..^1];
    }

    public static bool IsPlural(string word) => Singular(word) != word;

    public static string Plural(string word)
    {
        if (IsPlural(word) || word.Length == 0 || !char.IsAsciiLetterOrDigit(word[^1]))
        {
            // Other scripts have no plural in s.
            return word;
        }

        foreach (var (plural, singular) in Irregular)
        {
            if (singular == word && plural != word)
            {
                return plural;
            }
        }

        if (word.EndsWith('y') && word.Length > 1 && !"aeiou".Contains(word[^2], StringComparison.Ordinal))
        {
            return word[..^1] + "ies";
        }

        return word.EndsWith('s') || word.EndsWith('x') || word.EndsWith("ch", StringComparison.Ordinal) || word.EndsWith("sh", StringComparison.Ordinal)
            ? word + "es"
            : word + "s";
    }

    /// <summary>Words with the last one in the singular, joined by underscores: the key by which resources are compared.</summary>
    public static string ResourceKey(IReadOnlyList<string> words) => words.Count == 0
        ? ""
        : string.Join('_', words.Take(words.Count - 1).Append(Singular(words[^1])));

    /// <summary>The words as a person reads them: <c>order item</c>.</summary>
    public static string Phrase(string identifier) => string.Join(' ', Split(identifier));

    private static void Flush(List<string> words, StringBuilder word)
    {
        if (word.Length > 0)
        {
            words.Add(word.ToString());
            word.Clear();
        }
    }
}
