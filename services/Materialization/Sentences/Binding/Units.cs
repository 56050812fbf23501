namespace AgentScaler.Materialization.Sentences.Binding;

/// <summary>Units that a column's name ends with and that a sentence does not repeat: <c>odometer_km</c> is the odometer.</summary>
internal static class Units
{
    private static readonly HashSet<string> All = new(StringComparer.Ordinal)
    {
        "km", "m", "cm", "mm", "mile", "kg", "g", "lb", "ton", "l", "ml", "eur", "usd", "gbp", "cent", "percent", "pct", "minute", "min", "hour", "day", "second",
        "sec", "ms", "celsius", "kwh", "mb", "gb", "kb", "byte",
    };

    public static bool Are(string word) => All.Contains(word);
}
