
namespace AgentScaler.Language.Values.Vocabulary;

/// <summary>Usual ranges of amounts, by what is counted or paid for; a schema's own bounds go before them.</summary>
public static class Amounts
{
    private static readonly Dictionary<string, (double Low, double High)> ByWord = Build(
        ("salary wage compensation", 28_000, 96_000), ("budget", 5_000, 120_000), ("revenue turnover", 20_000, 900_000), ("balance", 40, 9_000),
            ("deposit", 50, 1_500),
        ("rent", 450, 2_800), ("fee surcharge", 1, 60), ("tip", 1, 20), ("adults", 1, 4), ("children kids infants", 0, 3),
            ("guests people persons passengers party attendees_count", 1, 8),
        ("seats", 2, 9), ("capacity", 10, 240), ("floor", 1, 12), ("floors storeys", 2, 20), ("stock inventory", 0, 120), ("copies", 1, 9),
            ("bags luggage", 0, 3), ("repeats refills", 0, 5),
        ("nights", 1, 10), ("bedrooms bathrooms", 1, 5), ("rooms", 1, 6), ("stars", 1, 5), ("odometer mileage", 4_000, 140_000),
            ("percent percentage", 10, 100), ("brightness volume_level", 10, 100), ("pages", 90, 640),
        ("calories kcal", 90, 900), ("views impressions plays", 100, 50_000), ("likes followers subscribers", 3, 4_000), ("employees headcount", 5, 2_000),
            ("population", 20_000, 2_000_000), ("port", 1_024, 49_151),
        ("bytes", 2_000, 5_000_000), ("credits points", 0, 2_000), ("days", 1, 14), ("weeks", 1, 12), ("months", 1, 24), ("attempts retries", 1, 5),
            ("position rank order index", 1, 30), ("page", 1, 20), ("limit top", 5, 50),
        ("discount", 5, 40), ("kg weight", 1, 90), ("cm", 10, 200), ("km distance", 2, 900), ("altitude elevation", 5, 2_500));

    /// <summary>What a thing costs, by the table whose price it is.</summary>
    private static readonly Dictionary<string, (double Low, double High)> PriceOf = Build(
        ("book title magazine", 7, 42), ("dish meal item_menu menu drink", 4, 36), ("room reservation stay", 65, 380), ("vehicle car rental", 28, 140),
            ("flight", 60, 860), ("ticket event seat", 12, 180),
        ("course class", 40, 450), ("apartment house property", 450, 2_800), ("subscription plan", 5, 99), ("shipment quote parcel", 9, 640),
            ("song track album", 1, 20), ("product item variant", 6, 280));

    /// <summary>The usual range for a column, or null.</summary>
    public static (double Low, double High)? Of(IReadOnlyList<string> words, string? owner)
    {
        if (words.Count == 0)
        {
            return null;
        }

        var of = owner is null ? "" : Words.Split(owner).LastOrDefault() ?? "";
        var last = words[^1];
        if (last is "price" or "rate" or "cost" or "amount" or "fare" && words is not [.., "exchange" or "interest" or "tax", _])
        {
            return last == "rate" && words.Count == 1 ? null
                : PriceOf.TryGetValue(of, out var price) ? price
                : words is [.., "daily" or "nightly" or "hourly", _] ? (25, 160) : null;
        }

        // "limit" alone is how many entries a list may have; "daily_limit" is money.
        if (last == "limit" && words.Count > 1 && words[^2] is "daily" or "credit" or "spending" or "monthly" or "transfer")
        {
            return (200, 5_000);
        }

        // "odometer_km" is an odometer; its unit tells only where nothing else does.
        foreach (var word in words.Reverse().OrderBy(w => w is "km" or "kg" or "cm" or "days" or "weeks" or "months"))
        {
            if (ByWord.TryGetValue(word, out var range))
            {
                return range;
            }
        }

        return null;
    }

    private static Dictionary<string, (double Low, double High)> Build(params (string Words, double Low, double High)[] ranges) => ranges
        .SelectMany(r => r.Words.Split(' ').Select(w => KeyValuePair.Create(w, (r.Low, r.High))))
        .ToDictionary(StringComparer.Ordinal);
}
