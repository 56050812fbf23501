using System.Globalization;

namespace AgentScaler.Language.Values.Vocabulary;

/// <summary>Numbers and codes that are written in a known way: number plates, ISBNs, seats, card numbers.</summary>
public static class Codes
{
    private const string Letters = "ABCDEFGHJKLMNPRSTUVWXYZ";

    /// <summary>A code for a column of this name, or null where its name tells of none.</summary>
    public static string? Of(IReadOnlyList<string> words, string? owner, DeterministicRandom random)
    {
        if (words.Count == 0)
        {
            return null;
        }

        var last = words[^1];
        var before = words.Count > 1 ? words[^2] : "";
        if (last is "number" or "no" or "nr" or "num" or "code" or "id" && Numbered(before, random) is { } numbered)
        {
            return numbered;
        }

        return last switch
        {
            "isbn" => Isbn(random),
            "issn" => $"{Digits(random, 4)}-{Digits(random, 4)}",
            "ean" or "upc" or "gtin" or "barcode" => CheckedDigits("40" + Digits(random, 10)),
            "iban" => $"DE{Digits(random, 2)}{Digits(random, 18)}",
            "bic" or "swift" => $"{Upper(random, 4)}DEFF",
            "vin" => $"WV{Upper(random, 1)}ZZZ1K{Upper(random, 1)}{Digits(random, 8)}",
            "imei" => Digits(random, 15),
            "plate" or "registration" => $"{Upper(random, 3)}-{Digits(random, 4)}",
            "four" when before == "last" => Digits(random, 4),
            "pin" or "otp" => Digits(random, 4),
            "gate" => $"{Letters[random.Below(5)]}{random.Between(1, 48)}",
            "seat" when owner is not "theater" => $"{random.Between(1, 34)}{"ABCDEF"[random.Below(6)]}",
            "sku" => $"{Upper(random, 2)}-{Digits(random, 4)}",
            "reference" or "ref" => $"REF-{Digits(random, 5)}",
            "center" or "centre" when before == "cost" => $"CC-{random.Between(10, 99) * 10}",
            "mac" => string.Join(':', Enumerable.Range(0, 6).Select(_ => $"{random.Below(256):x2}")),
            "port" => random.Between(1024, 49151).ToString(CultureInfo.InvariantCulture),
            "cron" or "schedule" when before is "cron" or "" => $"{random.Below(60)} {random.Below(24)} * * *",
            "mime" or "mimetype" => random.Pick((string[])["application/pdf", "image/png", "text/csv", "application/json"]),
            "interval" when before == "time" => random.Pick((string[])["daily", "weekly", "monthly"]),
            "room" when owner is not null
                && Words.Split(owner)[^1] is not "device" and not "sensor" and not "scene" => $"Room {random.Between(1, 4)}{random.Between(1, 24):00}",
            _ => null,
        };
    }

    private static string? Numbered(string what, DeterministicRandom random) => what switch
    {
        "flight" => $"{Upper(random, 2)} {random.Between(101, 989)}",
        "tracking" => $"1Z{Upper(random, 2)}{Digits(random, 8)}",
        "licence" or "license" or "driving" => $"{Upper(random, 1)}{Digits(random, 3)}-{Digits(random, 4)}",
        "card" => $"{Digits(random, 4)}-{Digits(random, 4)}",
        "credit" or "account" => Digits(random, 10),
        "insurance" or "policy" or "member" or "membership" => $"{Upper(random, 1)}{Digits(random, 9)}",
        "flyer" or "loyalty" or "bonus" => $"FF{Digits(random, 7)}",
        "passport" => $"{Upper(random, 1)}{Digits(random, 8)}",
        "serial" => $"SN{Digits(random, 8)}",
        "tax" or "vat" => $"DE{Digits(random, 9)}",
        "invoice" => $"INV-{Digits(random, 5)}",
        "order" or "po" or "purchase" => $"PO-{Digits(random, 5)}",
        "room" => $"{random.Between(1, 9)}{random.Between(1, 24):00}",
        "house" or "building" => random.Between(1, 180).ToString(CultureInfo.InvariantCulture),
        "promo" or "coupon" or "discount" or "voucher" => $"{random.Pick((string[])["SAVE", "SPRING", "WELCOME", "THANKS"])}{random.Between(1, 6) * 5}",
        "routing" or "sort" => Digits(random, 8),
        "registration" or "plate" => $"{Upper(random, 3)}-{Digits(random, 4)}",
        _ => null,
    };

    private static string Isbn(DeterministicRandom random) => CheckedDigits("978" + Digits(random, 9));

    /// <summary>Twelve digits and the check digit of EAN-13: weights 1 and 3 in turn, the sum filled up to a ten.</summary>
    private static string CheckedDigits(string twelve)
    {
        var sum = 0;
        for (var i = 0; i < twelve.Length; i++)
        {
            sum += (twelve[i] - '0') * (i % 2 == 0 ? 1 : 3);
        }

        return twelve + ((10 - (sum % 10)) % 10).ToString(CultureInfo.InvariantCulture);
    }

    private static string Digits(DeterministicRandom random, int count) =>
        string.Create(count, random, static (text, random) =>
        {
            for (var i = 0; i < text.Length; i++)
            {
                // A leading zero is lost wherever somebody reads the code as a number.
                text[i] = (char)('0' + (i == 0 ? random.Between(1, 9) : random.Below(10)));
            }
        });

    private static string Upper(DeterministicRandom random, int count) =>
        string.Create(count, random, static (text, random) =>
        {
            for (var i = 0; i < text.Length; i++)
            {
                text[i] = Letters[random.Below(Letters.Length)];
            }
        });
}
