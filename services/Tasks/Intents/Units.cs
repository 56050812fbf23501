namespace AgentScaler.Tasks.Intents;

/// <summary>Units at the end of a column's name: "weight kg" is a weight in kilograms.</summary>
internal static class Units
{
    private static readonly Dictionary<string, string> Spoken = new(StringComparer.Ordinal)
    {
        ["kg"] = "kg",
        ["km"] = "km",
        ["cm"] = "cm",
        ["mm"] = "mm",
        ["lb"] = "lb",
        ["lbs"] = "lbs",
        ["miles"] = "miles",
        ["meters"] = "metres",
        ["metres"] = "metres",
        ["grams"] = "grams",
        ["liters"] = "litres",
        ["litres"] = "litres",
        ["percent"] = "percent",
        ["pct"] = "percent",
        ["days"] = "days",
        ["hours"] = "hours",
        ["minutes"] = "minutes",
        ["mins"] = "minutes",
        ["seconds"] = "seconds",
        ["secs"] = "seconds",
        ["weeks"] = "weeks",
        ["months"] = "months",
        ["years"] = "years",
        ["nights"] = "nights",
        ["eur"] = "EUR",
        ["usd"] = "USD",
        ["gbp"] = "GBP",
        ["celsius"] = "degrees Celsius",
        ["fahrenheit"] = "degrees Fahrenheit",
        ["mb"] = "MB",
        ["gb"] = "GB",
        ["kwh"] = "kWh",
    };

    /// <summary>Returns the label without its unit, and the spoken unit; no unit if the label ends in none or consists of nothing else.</summary>
    public static (string Label, string? Unit) Of(string label)
    {
        var at = label.LastIndexOf(' ');
        return at > 0 && Spoken.TryGetValue(label[(at + 1)..], out var unit)
            ? (label[..at].EndsWith(" in", StringComparison.Ordinal) ? label[..(at - 3)] : label[..at], unit)
            : (label, null);
    }
}
