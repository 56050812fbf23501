using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.Programs.Runtime;

/// <summary>Derived numbers: whole multiples of a power of ten within the range of the type, else the usual range of its semantic.</summary>
internal static class DerivedNumbers
{
    /// <summary>Keeps the count of multiples within a long.</summary>
    private const double Widest = 9007199254740991;

    /// <summary>Usual ranges; the Python emitter writes this table too.</summary>
    public static readonly IReadOnlyDictionary<string, (double Low, double High)> Ranges = new Dictionary<string, (double, double)>(StringComparer.Ordinal)
    {
        ["temperature"] = (-10, 35),
        ["humidity"] = (10, 100),
        ["percentage"] = (0, 100),
        ["probability"] = (0, 1),
        ["rate"] = (0, 1),
        ["rating"] = (1, 5),
        ["latitude"] = (-90, 90),
        ["longitude"] = (-180, 180),
        ["money"] = (1, 500),
        ["price"] = (1, 500),
        ["quantity"] = (1, 20),
        ["count"] = (0, 500),
        ["age"] = (18, 80),
        ["year"] = (1990, 2025),
        ["population"] = (1000, 5_000_000),
        ["duration"] = (1, 240),
        ["distance"] = (1, 2000),
        ["speed"] = (0, 120),
        ["timestamp"] = (1_735_689_600, 1_798_761_600),
    };

    public static int Decimals(string? semantic) => semantic is "latitude" or "longitude" or "rate" or "probability" ? 4 : 2;

    public static Value Of(DerivedType type, int decimals, Draws draws)
    {
        var (low, high) = Range(type);
        var scale = decimals == 0 ? 1 : decimals == 2 ? 100 : 10_000;
        var first = Math.Ceiling(Math.Clamp(low * scale, -Widest, Widest));
        var last = Math.Floor(Math.Clamp(high * scale, -Widest, Widest));
        return last < first ? low : (first + draws.Below((long)last - (long)first + 1)) / scale;
    }

    private static (double Low, double High) Range(DerivedType type)
    {
        var (low, high) = type.Semantic is { } semantic && Ranges.TryGetValue(semantic, out var usual) ? usual : (0, 100);
        return (type.Minimum, type.Maximum) switch
        {
            (null, null) => (low, high),
            ({ } minimum, null) => (minimum, minimum > high ? minimum + 100 : high),
            (null, { } maximum) => (maximum < low ? maximum - 100 : low, maximum),
            ({ } minimum, { } maximum) => (minimum, maximum),
        };
    }
}
