using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using AgentScaler.Environments.Programs.Runtime;
using AgentScaler.Environments.Values;
using AgentScaler.Language;

namespace AgentScaler.Environments.Sessions.Tables;

/// <summary>
/// Generates keys in the style of a table's existing keys. Each key follows from the one before it, so a session only remembers the last generated key,
/// in <c>_session</c> under the column's full name.
/// </summary>
internal static partial class KeyGenerator
{
    private const int CountedDigits = 15;

    /// <summary>Returns the key before the first generated one.</summary>
    /// <param name="values">The column's current values.</param>
    public static Value Seed(bool text, string tableName, IEnumerable<Value> values)
    {
        if (!text)
        {
            var greatest = 0.0;
            foreach (var value in values)
            {
                greatest = value.IsInteger ? Math.Max(greatest, value.AsNumber) : greatest;
            }

            return greatest;
        }

        var keys = values.Where(v => v.IsString).Select(v => v.AsString).ToArray();
        Array.Sort(keys, ValueOrder.Compare);
        var last = keys.Length == 0 ? "" : keys[^1];
        if (keys.Length > 0 && (Array.TrueForAll(keys, Uuid().IsMatch)
            || (IsHex(last) && Array.TrueForAll(keys, k => k.Length == last.Length && HexDigits().IsMatch(k)))))
        {
            return last;
        }

        return Counted(keys) ?? string.Create(CultureInfo.InvariantCulture, $"{Words.Singular(tableName)}_{keys.Length}");
    }

    /// <summary>Returns the key after another.</summary>
    public static Value Next(string column, Value last)
    {
        if (last.IsNumber)
        {
            return last.AsNumber >= Value.MaxInteger ? throw ProgramFailure.Invalid($"{column} has no further key") : last.AsNumber + 1;
        }

        var text = last.AsString;
        if (Uuid().IsMatch(text))
        {
            var hex = Digest(column, text);
            return $"{hex[..8]}-{hex[8..12]}-4{hex[13..16]}-8{hex[17..20]}-{hex[20..32]}";
        }

        if (IsHex(text))
        {
            return Digest(column, text)[..text.Length];
        }

        var digits = TrailingDigits(text);
        if (digits == 0)
        {
            return text + "_1";
        }

        var number = long.Parse(text.AsSpan(text.Length - digits), CultureInfo.InvariantCulture) + 1;
        return text[..^digits] + number.ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0');
    }

    /// <summary>Returns the greatest key of the most common prefix before a number, if at least half of the keys end in a number.</summary>
    private static string? Counted(string[] keys)
    {
        var counted = keys.Where(k => TrailingDigits(k) > 0)
            .GroupBy(k => k[..^TrailingDigits(k)], StringComparer.Ordinal)
            .OrderByDescending(g => g.Count())
            .ThenByDescending(g => g.Key, Comparer<string>.Create(ValueOrder.Compare))
            .FirstOrDefault();
        return counted is null || counted.Count() * 2 < keys.Length
            ? null
            : counted.OrderBy(k => long.Parse(k.AsSpan(counted.Key.Length), CultureInfo.InvariantCulture))
                .ThenBy(k => k, Comparer<string>.Create(ValueOrder.Compare))
                .Last();
    }

    private static int TrailingDigits(string text)
    {
        var digits = 0;
        while (digits < Math.Min(text.Length, CountedDigits) && char.IsAsciiDigit(text[text.Length - 1 - digits]))
        {
            digits++;
        }

        return digits;
    }

    private static bool IsHex(string text) => HexDigits().IsMatch(text) && text.AsSpan().IndexOfAnyInRange('a', 'f') >= 0;

    private static string Digest(string column, string last) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(column + "\0" + last)));

    [GeneratedRegex(@"^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\z")]
    private static partial Regex Uuid();

    [GeneratedRegex(@"^[0-9a-f]{16,64}\z")]
    private static partial Regex HexDigits();
}
