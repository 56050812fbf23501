namespace AgentScaler.Language;

/// <summary>Words in a row, and the article in front.</summary>
public static class Listing
{
    private static readonly HashSet<string> Uncountable = new(StringComparer.Ordinal) { "leave", "money", "feedback", "access", "help", "information", "weather", "availability", "inventory", "stock", "equipment" };

    public static string Of(IReadOnlyList<string> items) => items.Count switch
    {
        0 => "",
        1 => items[0],
        _ => string.Join(", ", items.Take(items.Count - 1)) + " and " + items[^1],
    };

    /// <summary>"an order", "a user", "leave".</summary>
    public static string Article(string noun) =>
        Uncountable.Contains(noun.Split(' ')[^1]) ? noun
        : noun.Length > 0 && "aeiou".Contains(noun[0], StringComparison.Ordinal) && !noun.StartsWith("uni", StringComparison.Ordinal) && !noun.StartsWith("use", StringComparison.Ordinal) ? "an " + noun
        : "a " + noun;
}
