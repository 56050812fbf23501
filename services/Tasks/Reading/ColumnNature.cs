using AgentScaler.Environments.Schema;
using AgentScaler.Environments.Values;
using AgentScaler.Language;

namespace AgentScaler.Tasks.Reading;

/// <summary>Ranks the columns by which people know a thing: names first, then addresses and codes, days, places and states, amounts.</summary>
internal static class ColumnNature
{
    private const int MaxSpokenLength = 70;
    private const int MaxPastedLength = 200;

    private static readonly Dictionary<string, int> BySemantic = new(StringComparer.Ordinal)
    {
        ["person_name"] = 0,
        ["name"] = 0,
        ["title"] = 0,
        ["company"] = 0,
        ["product"] = 0,
        ["first_name"] = 1,
        ["last_name"] = 1,
        ["email"] = 1,
        ["username"] = 1,
        ["phone"] = 2,
        ["code"] = 1,
        ["ticker"] = 1,
        ["airport"] = 1,
        ["file_name"] = 1,
        ["path"] = 2,
        ["domain"] = 2,
        ["date"] = 2,
        ["datetime"] = 3,
        ["time"] = 3,
        ["city"] = 3,
        ["country"] = 3,
        ["country_code"] = 4,
        ["region"] = 4,
        ["street"] = 3,
        ["address"] = 3,
        ["postal_code"] = 4,
        ["status"] = 4,
        ["category"] = 4,
        ["priority"] = 4,
        ["tag"] = 4,
        ["color"] = 4,
        ["gender"] = 4,
        ["language"] = 4,
        ["money"] = 5,
        ["quantity"] = 5,
        ["year"] = 4,
        ["age"] = 5,
        ["text"] = 6,
        ["rating"] = 5,
        ["version"] = 4,
        ["minutes"] = 5,
        ["weight"] = 5,
        ["count"] = 6,
    };

    private static readonly HashSet<string> Unspeakable = new(StringComparer.Ordinal)
    {
        "id", "uuid", "token", "arn", "url", "ip_address", "ipv6_address", "latitude", "longitude", "timezone", "iso_duration",
    };

    private static readonly HashSet<string> Papers = new(StringComparer.Ordinal)
    {
        "order", "booking", "reservation", "ticket", "invoice", "shipment", "case", "claim", "application", "appointment", "loan", "policy",
        "account", "payment", "flight", "issue", "request", "quote", "contract", "subscription", "rental", "parcel", "package", "receipt",
        "transaction", "incident", "room", "seat", "table", "gate", "vehicle", "book", "course",
    };

    /// <summary>Returns how naturally a person identifies a thing by this column: 0 is best, null means not at all.</summary>
    public static int? Rank(ColumnSchema column, TableSchema table)
    {
        if (column.Type is ColumnType.Array or ColumnType.Object or ColumnType.Any or ColumnType.Boolean
            || column.References is not null || column.Equality is Equality.Generated or Equality.Volatile)
        {
            return null;
        }

        var semantic = column.Semantic ?? Semantics.Of(column.Name, NodeKind.String, column.Format, Words.Singular(table.Name));
        if (table.PrimaryKey.Contains(column.Name))
        {
            return semantic is not null && !Unspeakable.Contains(semantic) && BySemantic.TryGetValue(semantic, out var natural) && natural <= 2
                ? natural
                : null;
        }

        if ((semantic is not null && Unspeakable.Contains(semantic))
            || Words.Split(column.Name) is [.., "id" or "ids" or "key" or "token" or "hash" or "arn" or "etag" or "cursor"])
        {
            return null;
        }

        return semantic is not null && BySemantic.TryGetValue(semantic, out var rank) ? rank
            : column.Type is ColumnType.Date ? 2
            : column.Type is ColumnType.Datetime ? 3
            : column.Enum is not null ? 4
            : column.Type is ColumnType.String ? 4
            : 6;
    }

    /// <summary>Whether a person could say this value out loud and be understood.</summary>
    public static bool Speakable(Value value) => value.Kind switch
    {
        ValueKind.Number => true,
        ValueKind.String => value.AsString is { Length: > 0 and <= MaxSpokenLength } text
            && text.Trim().Length == text.Length && !text.Any(char.IsControl) && text.Any(char.IsLetterOrDigit),
        _ => false,
    };

    /// <summary>Whether a person would say this value: it is speakable, and not a machine's identifier.</summary>
    public static bool Sayable(Value value) => Speakable(value) && !(value.IsString && LooksInternal(value.AsString));

    /// <summary>Whether a person with the value at hand could paste it, even if they would not say it.</summary>
    public static bool Pastable(Value value) =>
        Speakable(value) || (value.IsString
            && value.AsString is { Length: > 0 and <= MaxPastedLength } text
            && text.Trim().Length == text.Length
            && !text.Any(char.IsControl));

    /// <summary>Returns how readily people know the keys of a table.</summary>
    public static KeySaying SayingOf(TableSchema table, string? noun, IReadOnlyList<Value> keys)
    {
        if (table.PrimaryKey.Count != 1)
        {
            return KeySaying.Opaque;
        }

        var column = table.Column(table.PrimaryKey[0]);
        if (keys.Any(k => !Speakable(k) || (k.IsString && (k.AsString.Length > 24 || LooksInternal(k.AsString)))))
        {
            return KeySaying.Opaque;
        }

        return column is not null && Rank(column, table) is not null ? KeySaying.Natural
            : noun is not null && Papers.Contains(noun.Split(' ')[^1]) ? KeySaying.Natural
            : KeySaying.Reference;
    }

    /// <summary>Whether a text looks like a machine's identifier: a UUID, or many hex digits in a row.</summary>
    public static bool LooksInternal(string text)
    {
        var run = 0;
        var digits = 0;
        var letters = 0;
        foreach (var c in text)
        {
            var hex = char.IsAsciiHexDigit(c);
            run = hex ? run + 1 : c == '-' ? run : 0;
            digits = run == 0 ? 0 : digits + (char.IsAsciiDigit(c) ? 1 : 0);
            letters = run == 0 ? 0 : letters + (char.IsAsciiLetter(c) ? 1 : 0);
            if (run >= 12 && digits > 0 && letters > 0)
            {
                return true;
            }
        }

        return false;
    }
}
