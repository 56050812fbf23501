using System.Globalization;
using AgentScaler.Environments.JsonSchemas;
using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.Differential;

/// <summary>Texts for arguments: by format, by length, plain words and words of other scripts.</summary>
internal static class TextSamples
{
    private static readonly string[] Words =
        ["alpha", "Beta", "gamma ray", "open", "a", "", "Ünïcode", "ŻÓŁĆ", "Ωmega", "Привет", "日本語", "😀 smile", "x-1", "42", "3.50", "true", "Main Street 5"];

    public static string Word(SeededChance chance) => chance.Pick(Words);

    public static Value Make(ToolSchema schema, SeededChance chance, bool edges)
    {
        var least = Length(schema.MinLength) ?? 0;
        var most = Length(schema.MaxLength);
        if (edges && chance.Chance(60))
        {
            var length = chance.Below(4) switch
            {
                0 => least,
                1 => most ?? least + 1,
                2 => least - 1,
                _ => (most ?? least) + 1,
            };
            var unit = chance.Chance(30) ? "😀" : "a";
            return string.Concat(Enumerable.Repeat(unit, Math.Clamp(length, 0, 300)));
        }

        var day = chance.Below(700);
        var date = new DateTime(2025, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddDays(day);
        var text = schema.Format switch
        {
            "date" => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            "date-time" => date.AddSeconds(chance.Below(86_400))
                .ToString(chance.Chance(70) ? "yyyy-MM-ddTHH:mm:ssZ" : "yyyy-MM-ddTHH:mm:ss.fff+02:00", CultureInfo.InvariantCulture),
            "time" => date.AddSeconds(chance.Below(86_400)).ToString("HH:mm:ssZ", CultureInfo.InvariantCulture),
            "email" => $"user{chance.Below(50)}@example.com",
            "uri" or "url" => $"https://example.com/{chance.Below(50)}",
            "uuid" => $"00000000-0000-4000-8000-{chance.Below(1000):x12}",
            "ipv4" => $"203.0.113.{chance.Below(255)}",
            _ => Word(chance),
        };
        var points = CodePoints.Count(text);
        return points < least ? text + new string('z', Math.Min(least, 400) - points)
            : points > most ? text[..CodePoints.IndexOf(text, most.Value)] : text;
    }

    private static int? Length(int? bound) => bound is { } length ? Math.Min(length, 1000) : null;
}
