using System.Globalization;
using AgentScaler.Environments.Schema;
using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.Programs.Runtime;

/// <summary>
/// Plausible values derived from their inputs. The same inputs give the same value in every session and in both executions. docs/tool-programs.md lists
/// the known semantics and the ranges of numbers.
/// </summary>
internal static class DerivedValues
{
    private const long Day = 86_400;

    /// <summary>The part of a value's seed that comes from its type and not from its inputs.</summary>
    public static ulong SeedOf(DerivedType type) => Draws.Seed(Value.From([Words<ColumnType>.Of(type.Type), type.Semantic]));

    public static Value Derive(DerivedType type, ulong typeSeed, Value[] inputs, InputSeeds seeds, StepMeter meter)
    {
        meter.Charge(20);
        var draws = new Draws(seeds.Of(inputs, meter) ^ typeSeed);
        return type.Enum is { Count: > 0 } values ? values[(int)draws.Below(values.Count)] : OfType(type, draws);
    }

    private static Value OfType(DerivedType type, Draws draws) => type.Type switch
    {
        ColumnType.Boolean => draws.Below(2) == 1,
        ColumnType.Integer => DerivedNumbers.Of(type, 0, draws),
        ColumnType.Number => DerivedNumbers.Of(type, DerivedNumbers.Decimals(type.Semantic), draws),
        ColumnType.Date => Date(type.Semantic, draws),
        ColumnType.Datetime => Instant(draws),
        ColumnType.Array => Value.From(Enumerable.Range(0, 1 + (int)draws.Below(3)).Select(_ => (Value)Text(type.Semantic, draws))),
        ColumnType.Object => Value.Object(("id", Hex(8, draws)), ("value", Text(type.Semantic, draws))),
        _ => Text(type.Semantic, draws),
    };

    private static string Text(string? semantic, Draws draws)
    {
        switch (semantic)
        {
            case "person_name" or "full_name" or "author":
                return Word("first_name", draws) + " " + Word("last_name", draws);
            case "email":
                return string.Concat(Word("first_name", draws), ".", Word("last_name", draws), "@example.com").ToLowerInvariant();
            case "username":
                return Word("word", draws) + Number(100, draws);
            case "phone":
                return $"+1-555-{Padded(3, draws)}-{Padded(4, draws)}";
            case "url" or "link" or "website":
                return $"https://example.com/{Word("word", draws)}/{Hex(6, draws)}";
            case "image_url":
                return $"https://images.example.com/{Hex(8, draws)}.jpg";
            case "address" or "street_address":
                return $"{1 + draws.Below(250)} {Word("street", draws)}, {Word("city", draws)}";
            case "postal_code":
                return Padded(5, draws);
            case "coordinates":
                return $"{Degrees(90, draws)},{Degrees(180, draws)}";
            case "temperature":
                return (draws.Below(46) - 10).ToString(CultureInfo.InvariantCulture) + " C";
            case "date":
                return Date(null, draws);
            case "datetime":
                return Instant(draws);
            case "time":
                return $"{draws.Below(24):00}:{draws.Below(60):00}";
            case "uuid":
                var digits = Hex(16, draws) + Hex(14, draws);
                return $"{digits[..8]}-{digits[8..12]}-4{digits[12..15]}-8{digits[15..18]}-{digits[18..]}";
            case "id" or "code" or "token":
                return Hex(8, draws);
            case "title" or "name":
                return Capital(Word("word", draws)) + " " + Word("word", draws);
            case "sentence" or "description" or "text" or "summary" or "translation" or "message":
                return Sentence(draws);
            case "ip_address":
                return $"203.0.113.{draws.Below(254) + 1}";
            case not null when DerivedWords.Lists.IndexOf(semantic) >= 0:
                return Word(semantic, draws);
            default:
                return Word("word", draws) + " " + Word("word", draws);
        }
    }

    private static string Word(string list, Draws draws)
    {
        var words = DerivedWords.Lists[list].AsArray;
        return words[(int)draws.Below(words.Length)].AsString;
    }

    private static string Sentence(Draws draws)
    {
        var words = Enumerable.Range(0, 5 + (int)draws.Below(6)).Select(_ => Word("word", draws));
        return Capital(string.Join(' ', words)) + ".";
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private static string Number(int bound, Draws draws) => draws.Below(bound).ToString(CultureInfo.InvariantCulture);

    private static string Padded(int digits, Draws draws) =>
        draws.Below((long)Math.Pow(10, digits)).ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0');

    /// <summary>At most 16 hexadecimal digits.</summary>
    private static string Hex(int digits, Draws draws) => draws.Next().ToString("x16", CultureInfo.InvariantCulture)[..digits];

    private static string Degrees(int most, Draws draws) =>
        CanonicalJson.Number((draws.Below((most * 20_000L) + 1) - (most * 10_000L)) / 10_000.0);

    /// <summary>A day within a year of the start of 2026; a birthday lies between 1950 and 2004.</summary>
    private static string Date(string? semantic, Draws draws)
    {
        var start = semantic is "birth_date" or "birthday"
            ? new DateTime(1950, 1, 1, 0, 0, 0, DateTimeKind.Utc).Ticks / TimeSpan.TicksPerSecond
            : Moment.SessionStart - (365 * Day);
        var days = semantic is "birth_date" or "birthday" ? 20_000 : 730;
        return new Moment(start + (draws.Below(days) * Day), true).ToString();
    }

    private static string Instant(Draws draws) =>
        new Moment(Moment.SessionStart - (365 * Day) + draws.Below(730 * Day), false).ToString();
}
