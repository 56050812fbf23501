namespace AgentScaler.Language;

/// <summary>Joins words to a list, and puts the article in front of a noun.</summary>
public static class Listing
{
    /// <summary>What has no article, although several of them have a plural.</summary>
    private static readonly HashSet<string> Unlimited = new(StringComparer.Ordinal) { "leave", "access", "help", "availability", "inventory", "stock" };

    public static string Of(IReadOnlyList<string> items) => items.Count switch
    {
        0 => "",
        1 => items[0],
        _ => string.Join(", ", items.Take(items.Count - 1)) + " and " + items[^1],
    };

    /// <summary>Returns the noun with its article: "an order", "a user", "leave".</summary>
    public static string Article(string noun) =>
        noun.Split(' ')[^1] is var last && (Unlimited.Contains(last) || Plurals.Uncounted.Contains(last)) ? noun
        : Sounds.BeginsWithVowel(noun) ? "an " + noun
        : "a " + noun;
}
