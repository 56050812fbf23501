using System.Globalization;
using System.Text;

namespace AgentScaler.Materialization.Tests.Fuzzing;

/// <summary>
/// JSON objects as no service would keep them, the same for the same seed: empty members, kinds that change from row to row, names that differ by
/// case alone or are numbers, numbers as texts and beyond the range in which they are exact, and objects in objects in objects.
/// </summary>
internal sealed class WildDump(int seed)
{
    /// <summary>Values nest up to 128 levels; a deep one stands inside a few others.</summary>
    private const int Deepest = 110;

    private static readonly string[] Names =
    [
        "orders", "Orders", "ORDERS", "order", "customers", "items", "id", "order_id", "_session", "_session_", "", " ", "0", "1", "01", "1.0", "-", "a.b", "a/b",
        "value", "position", "key", "$ref", "__proto__", "null", "日程", "é", "e\u0301", "\uD83D\uDE00", "name", "status", "total",
    ];

    private static readonly string[] Scalars =
    [
        "null", "true", "false", "0", "-0", "1", "1.0", "2.50", "-7", "1e2", "0.1", "9007199254740991", "9007199254740992", "9007199254740993",
        "-9007199254740993", "123456789012345678901234567890", "1e300", "-1e-300", "0.1000000000000000055511151231257827", "\"\"", "\" \"", "\"0\"", "\"1\"",
        "\"01\"", "\"1.0\"", "\"9007199254740993\"", "\"1e2\"", "\"true\"", "\"null\"", "\"o1\"", "\"o2\"", "\"pending\"", "\"2026-01-01\"",
        "\"2026-02-30T25:61:00Z\"", "\"\\u0000\"", "\"\\\"\\\\\"", "\"{}\"", "\"Zo\u00eb\"",
    ];

    private readonly Random _random = new(seed);

    public string Object() => Members(_random.Next(1, 6), 3);

    /// <summary>Arguments of a call: of known names or any.</summary>
    public string Arguments(IReadOnlyList<string> known)
    {
        var text = new StringBuilder("{");
        var taken = new HashSet<string>(StringComparer.Ordinal);
        for (var i = _random.Next(0, 4); i > 0; i--)
        {
            var name = known.Count > 0 && _random.Next(5) > 0 ? known[_random.Next(known.Count)] : Of(Names);
            if (taken.Add(name))
            {
                text.Append(text.Length > 1 ? "," : "").Append(Quoted(name)).Append(':').Append(Any(2));
            }
        }

        return text.Append('}').ToString();
    }

    private string Any(int depth) => depth == 0 ? Of(Scalars) : _random.Next(60) == 0 ? Deep() : _random.Next(9) switch
    {
        0 => "{}",
        1 => "[]",
        2 or 3 => Members(_random.Next(0, 5), depth - 1),
        4 => List(() => Members(_random.Next(0, 5), depth - 1)),
        5 => List(() => Any(depth - 1)),
        _ => Of(Scalars),
    };

    private string Members(int count, int depth)
    {
        var text = new StringBuilder("{");
        var taken = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < count; i++)
        {
            var name = _random.Next(6) == 0 ? i.ToString(CultureInfo.InvariantCulture) : Of(Names);
            if (taken.Add(name))
            {
                text.Append(text.Length > 1 ? "," : "").Append(Quoted(name)).Append(':').Append(Any(depth));
            }
        }

        return text.Append('}').ToString();
    }

    private string List(Func<string> make) => $"[{string.Join(',', Enumerable.Range(0, _random.Next(0, 5)).Select(_ => make()))}]";

    /// <summary>Nearly as deep as values nest.</summary>
    private string Deep()
    {
        var (depth, objects) = (_random.Next(60, Deepest), _random.Next(2) == 0);
        var (open, close) = objects ? ("{\"id\":", "}") : ("[", "]");
        return string.Concat(Enumerable.Repeat(open, depth)) + Of(Scalars) + string.Concat(Enumerable.Repeat(close, depth));
    }

    private static string Quoted(string name) => System.Text.Json.JsonSerializer.Serialize(name);

    private string Of(string[] texts) => texts[_random.Next(texts.Length)];
}
