using System.Globalization;

namespace AgentScaler.Environments.Validation;

/// <summary>
/// The enforced formats. docs/states.md defines each exactly, and the Python runtime implements the same definition. Every other format is a remark.
/// </summary>
internal static class StringFormats
{
    public static bool Knows(string format) => format is "date" or "date-time" or "email" or "uuid";

    public static bool Matches(string format, string text) => format switch
    {
        "date" => IsDate(text),
        "date-time" => IsDateTime(text),
        "email" => IsEmail(text),
        _ => IsUuid(text),
    };

    /// <summary><c>YYYY-MM-DD</c>, a day of the Gregorian calendar from year 1.</summary>
    private static bool IsDate(ReadOnlySpan<char> text)
    {
        if (text.Length != 10 || text[4] != '-' || text[7] != '-')
        {
            return false;
        }

        var (year, month, day) = (Digits(text[..4]), Digits(text[5..7]), Digits(text[8..]));
        return year >= 1 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);
    }

    /// <summary>RFC 3339 without leap seconds: date, T, time, optional fraction, Z or offset.</summary>
    private static bool IsDateTime(ReadOnlySpan<char> text)
    {
        if (text.Length < 20 || !IsDate(text[..10]) || text[10] is not ('T' or 't') || !IsClock(text.Slice(11, 5))
            || text[16] != ':' || Digits(text.Slice(17, 2)) is < 0 or > 59)
        {
            return false;
        }

        var rest = text[19..];
        if (rest[0] == '.')
        {
            var digits = 1;
            while (digits < rest.Length && char.IsAsciiDigit(rest[digits]))
            {
                digits++;
            }

            if (digits == 1)
            {
                return false;
            }

            rest = rest[digits..];
        }

        return rest is "Z" or "z" || (rest.Length == 6 && rest[0] is '+' or '-' && IsClock(rest[1..]));
    }

    /// <summary><c>HH:MM</c>.</summary>
    private static bool IsClock(ReadOnlySpan<char> text) =>
        text.Length == 5 && text[2] == ':' && Digits(text[..2]) is >= 0 and <= 23 && Digits(text[3..]) is >= 0 and <= 59;

    /// <summary>One @; before it no blank or control character, after it labels of letters, digits, hyphens or non-ASCII.</summary>
    private static bool IsEmail(string text)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        return at > 0
            && text.AsSpan(0, at).IndexOfAnyInRange('\0', ' ') < 0
            && text[(at + 1)..].Split('.').All(label => label.Length > 0 && label.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or > '\u007f'));
    }

    private static bool IsUuid(string text)
    {
        if (text.Length != 36)
        {
            return false;
        }

        for (var i = 0; i < text.Length; i++)
        {
            if (i is 8 or 13 or 18 or 23 ? text[i] != '-' : !char.IsAsciiHexDigit(text[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static int Digits(ReadOnlySpan<char> text) =>
        text.ContainsAnyExceptInRange('0', '9') ? -1 : int.Parse(text, CultureInfo.InvariantCulture);
}
