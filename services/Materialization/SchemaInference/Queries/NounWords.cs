using AgentScaler.Language;

namespace AgentScaler.Materialization.SchemaInference.Queries;

/// <summary>The words of names that speak of things, and what kinds of things rows with certain columns are.</summary>
internal static class NounWords
{
    /// <summary>Words that are said of any thing, so that they name none.</summary>
    private static readonly HashSet<string> General = new(StringComparer.Ordinal)
    {
        "all", "my", "a", "an", "the", "detail", "info", "information", "data", "list", "record", "result", "entry", "full", "existing", "specific", "given",
        "single", "one", "id", "status", "state", "database", "db", "api", "queue", "map", "table", "collection", "summary", "history", "log", "set", "store",
        "current", "new", "many", "multiple", "count", "number", "total", "stats", "statistic", "available", "own", "value", "item",
    };

    /// <summary>Words by which a question asks for a figure or an order, not for a thing.</summary>
    private static readonly HashSet<string> Asking = new(StringComparer.Ordinal)
    {
        "average", "mean", "sum", "minimum", "maximum", "min", "max", "most", "least", "recent", "latest", "last", "earliest", "oldest", "newest", "first",
        "highest", "lowest", "top", "cheapest", "expensive", "next",
    };

    /// <summary>Nouns, and words of which the columns of such things have several.</summary>
    private static readonly Dictionary<string, string[]> Telling = new(StringComparer.Ordinal)
    {
        ["message"] = ["sender", "recipient", "receiver", "body", "content", "text", "message", "from", "to"],
        ["mail"] = ["sender", "recipient", "receiver", "body", "subject", "cc", "from", "to"],
        ["email"] = ["sender", "recipient", "receiver", "body", "subject", "cc", "from", "to"],
        ["event"] = ["start", "end", "location", "attendee", "participant", "title", "duration"],
        ["meeting"] = ["start", "end", "location", "attendee", "participant", "topic", "duration"],
        ["appointment"] = ["start", "end", "date", "doctor", "patient", "attendee", "duration"],
        ["registration"] = ["date", "doctor", "patient", "attendee", "student", "course"],
        ["contact"] = ["name", "email", "phone", "address"],
        ["transaction"] = ["amount", "date", "sender", "recipient", "merchant", "description"],
        ["payment"] = ["amount", "date", "method", "payer", "currency"],
        ["user"] = ["username", "email", "phone", "password", "address", "birth", "name"],
        ["customer"] = ["name", "email", "phone", "address", "birth", "balance"],
        ["account"] = ["balance", "owner", "username", "email", "password", "iban", "holding"],
        ["person"] = ["name", "email", "phone", "address", "birth", "age"],
        ["product"] = ["price", "stock", "name", "quantity", "category", "product"],
        ["order"] = ["item", "total", "quantity", "price", "amount", "customer"],
        ["file"] = ["filename", "content", "size", "path"],
        ["document"] = ["filename", "content", "size", "title"],
        ["visit"] = ["visit", "page", "session", "visitor"],
        ["visitor"] = ["visit", "page", "session", "visitor"],
        ["reminder"] = ["time", "due", "task", "title", "content"],
        ["alarm"] = ["time", "repeat", "label"],
        ["coordinate"] = ["latitude", "longitude", "lat", "lon", "lng"],
        ["weather"] = ["temperature", "humidity", "wind", "condition", "forecast"],
        ["review"] = ["rating", "comment", "score", "stars"],
        ["ticket"] = ["priority", "title", "assignee", "severity", "resolution"],
        ["task"] = ["due", "assignee", "assigned", "priority", "title", "done", "completed"],
        ["profile"] = ["name", "email", "phone", "address", "first", "last"],
        ["address"] = ["street", "city", "zip", "country", "postal"],
    };

    public static bool IsGeneral(string word) => General.Contains(word) || word.All(char.IsAsciiDigit);

    public static bool IsAsking(string word) => Asking.Contains(word);

    /// <summary>The words that speak of a thing: general ones only where there are no others.</summary>
    public static IReadOnlyList<string> Speaking(IReadOnlyList<string> words)
    {
        List<string> kept = [.. words.Where(w => !IsGeneral(w))];
        return kept.Count > 0 ? kept : words;
    }

    /// <summary>Whether rows with such columns are what a noun means.</summary>
    public static bool IsTold(string noun, IReadOnlySet<string> columnWords) =>
        Telling.TryGetValue(noun, out var telling) && telling.Count(columnWords.Contains) >= 2;

    /// <summary>The words of a name in the singular, at least one.</summary>
    public static IReadOnlyList<string> Of(string name) => Words.Singulars(name) is { Count: > 0 } words ? words : Words.OfMember(name);
}
