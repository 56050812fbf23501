using System.Globalization;
using AgentScaler.Language.Values.Vocabulary;
using static AgentScaler.Language.Values.PlausibleLists;

namespace AgentScaler.Language.Values;

/// <summary>Makes plausible texts and ranges by the meaning of a value.</summary>
public static class SemanticText
{
    /// <param name="owner">The singular of the table, or null. A dish and a department have different names.</param>
    public static string Make(string? semantic, string name, DeterministicRandom random, string? owner = null) =>
        Draw(semantic, new TextSubject(name, owner), random).Text;

    /// <summary>Returns a text of the kind that the name, its table and its description tell.</summary>
    public static DrawnText Draw(string? semantic, TextSubject subject, DeterministicRandom random) =>
        KindedText.Draw(semantic, subject, random) ?? new DrawnText(Nameless(subject, random), ValueOrigin.Invented);

    /// <summary>Returns a thing's name as addresses and keys write it.</summary>
    public static string Slug(TextSubject subject, DeterministicRandom random) => ThingNames.Slug(subject, random);

    /// <summary>The column's own words and a number, where nothing tells of which kind its values are.</summary>
    private static string Nameless(TextSubject subject, DeterministicRandom random) =>
        string.Create(CultureInfo.InvariantCulture, $"{(subject.Words.Count == 0 ? "value"
            : string.Join('-', subject.Words.TakeLast(3)))}-{random.Between(1, 480)}");

    /// <summary>A text of a meaning that has one form whatever the column is called; null where the meaning has none.</summary>
    internal static string? OfMeaning(string semantic, string name, DeterministicRandom random)
    {
        var first = random.Pick(FirstNames);
        var last = random.Pick(LastNames);
        var city = random.Pick(Cities);
        return semantic switch
        {
            "email" => $"{first}.{last}@example.com".ToLowerInvariant(),
            "phone" => string.Create(CultureInfo.InvariantCulture, $"+1555{random.Between(1000000, 9999999)}"),
            "person_name" => $"{first} {last}",
            "first_name" => first,
            "last_name" => last,
            "username" => string.Create(CultureInfo.InvariantCulture, $"{first.ToLowerInvariant()}{random.Between(10, 99)}"),
            "city" => city.City,
            "country" => city.Country,
            "country_code" => city.Code,
            "airport" => city.Airport,
            "timezone" => city.Zone,
            "latitude" => city.Latitude.ToString(CultureInfo.InvariantCulture),
            "longitude" => city.Longitude.ToString(CultureInfo.InvariantCulture),
            "street" or "address" => string.Create(CultureInfo.InvariantCulture, $"{random.Between(1, 220)} {random.Pick(Streets)}"),
            "postal_code" => random.Between(10000, 99999).ToString(CultureInfo.InvariantCulture),
            "ip_address" => string.Create(CultureInfo.InvariantCulture, $"10.{random.Below(256)}.{random.Below(256)}.{random.Between(1, 254)}"),
            "ipv6_address" => string.Create(CultureInfo.InvariantCulture, $"2001:db8::{random.Below(65536):x}:{random.Below(65536):x}"),
            "currency" => random.Pick(Currencies),
            "money" => (random.Between(500, 50000) / 100m).ToString(CultureInfo.InvariantCulture),
            "uuid" => Uuid(random),
            "arn" => string.Create(CultureInfo.InvariantCulture, $"arn:aws:service:us-east-1:123456789012:{Words.Snake(name)}/{random.Between(1000, 9999)}"),
            "code" or "id" => string.Create(CultureInfo.InvariantCulture, $"{Prefix(name)}-{random.Between(1000, 9999)}"),
            "date" => Words.Split(name) is var words && words.Any(w => w is "birth" or "birthday" or "birthdate" or "born"
                or "dob") ? Date(random, -27_000, -7_300)
                : words.Any(w => w.StartsWith("expir", StringComparison.Ordinal)) ? Date(random, 400, 1_500) : Date(random),
            "datetime" => Instant(random),
            "time" => string.Create(CultureInfo.InvariantCulture, $"{random.Between(8, 18):00}:{random.Below(4) * 15:00}:00"),
            "iso_duration" => string.Create(CultureInfo.InvariantCulture, $"PT{random.Between(1, 12)}H"),
            "year" => random.Between(2018, 2026).ToString(CultureInfo.InvariantCulture),
            "month" => random.Between(1, 12).ToString(CultureInfo.InvariantCulture),
            "day" or "hour" or "minutes" or "age" or "quantity" or "count" or "percentage" or "rating" or "score" or "rate" or "weight"
                or "height" or "length" or "distance" or "temperature" or "speed" =>
                random.Between(1, 100).ToString(CultureInfo.InvariantCulture),
            _ => null,
        };
    }

    public static (long Low, long High) IntegerRange(string? semantic, string name, string? owner = null) => semantic switch
    {
        "id" => (1001, 9999),
        "money" or "quantity" or "count" or "percentage" or "rating" or "weight"
            or "distance" when Amounts.Of(Words.Split(name), owner) is { } usual => ((long)usual.Low, (long)usual.High),
        "year" => owner is "book" or "film" or "movie" or "album" or "title" ? (1960, 2025) : (2015, 2026),
        "month" => (1, 12),
        "day" => (1, 28),
        "hour" => (0, 23),
        "minutes" => (5, 180),
        "percentage" => (0, 100),
        "rating" => (1, 5),
        "age" => (18, 80),
        "quantity" => (1, 9),
        "count" => (1, 50),
        "money" => (5, 500),
        "latitude" => (-60, 60),
        "longitude" => (-120, 120),
        "temperature" => (-5, 35),
        "datetime" => (1735689600, 1767225600),
        "time" => (1735689600, 1767225600),
        _ => Words.Split(name) is { Count: > 0 } words && Semantics.IsInstant(words) ? (1735689600, 1767225600)
            : Amounts.Of(Words.Split(name), owner) is { } usual ? ((long)usual.Low, (long)usual.High) : (1, 100),
    };

    public static (double Low, double High) NumberRange(string? semantic, string name, string? owner = null) => semantic switch
    {
        null or "money" or "rate" or "weight" or "distance" or "count" or "quantity" when Amounts.Of(Words.Split(name), owner) is { } usual => usual,
        "money" => (5, 500),
        "latitude" => (-60, 60),
        "longitude" => (-120, 120),
        "percentage" => (0, 100),
        "rate" => (0.5, 2),
        "rating" => (1, 5),
        "score" => (0, 1),
        "temperature" => (-5, 35),
        _ => IntegerRange(semantic, name, owner),
    };

    public static string Uuid(DeterministicRandom random)
    {
        var a = random.Next();
        var b = random.Next();
        return string.Create(CultureInfo.InvariantCulture,
            $"{(uint)(a >> 32):x8}-{(ushort)(a >> 16):x4}-4{(ushort)a & 0xfff:x3}-{0x8000 | ((int)(b >> 48) & 0x3fff):x4}-{b & 0xffffffffffff:x12}");
    }

    public static string Date(DeterministicRandom random, int fromDay = 0, int toDay = 364) =>
        new DateOnly(2025, 1, 1).AddDays((int)random.Between(fromDay, toDay)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Instant(DeterministicRandom random, int fromDay = 0, int toDay = 364) =>
        $"{Date(random, fromDay, toDay)}T{random.Between(7, 19):00}:{random.Below(12) * 5:00}:00Z";

    /// <summary>Returns a short upper-case prefix for the keys of a thing: <c>order_id</c> gives <c>ORD</c>.</summary>
    public static string Prefix(string name)
    {
        var words = Words.Split(name).Where(w => w is not "id" and not "key" and not "number" and not "code").ToList();
        if (words.Count == 0)
        {
            return "REF";
        }

        var letters = words.Count > 1 ? string.Concat(words.Take(3).Select(w => w[0])) : words[0][..Math.Min(3, words[0].Length)];
        return new string([.. letters.ToUpperInvariant().Select(c => char.IsAscii(c) ? c : 'X')]);
    }
}
