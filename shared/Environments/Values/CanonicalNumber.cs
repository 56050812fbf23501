using System.Buffers.Text;
using System.Text;

namespace AgentScaler.Environments.Values;

/// <summary>Numbers as ECMAScript prints them (RFC 8785, section 3.2.2.3), which both JSON forms use.</summary>
internal static class CanonicalNumber
{
    /// <summary>The most characters of a number: sign, 17 digits, point, "e-", three digits; or a 21-digit integer; or "0.00000" and 17 digits.</summary>
    public const int MaxLength = 32;

    public static int Format(double number, Span<byte> target)
    {
        if (number == 0)
        {
            target[0] = (byte)'0';
            return 1;
        }

        int written;
        if (Math.Abs(number) < 1e15 && Math.Floor(number) == number)
        {
            Utf8Formatter.TryFormat((long)number, target, out written);
            return written;
        }

        // For prices, coordinates and the like: no other decimal of at most 15 digits reads back as the same double.
        var scaled = Math.Round(number * 10_000);
        if (Math.Abs(scaled) < 1e15 && scaled / 10_000 == number)
        {
            return FormatShort((long)scaled, target);
        }

        // "R" prints the shortest digits that read back, in one of two notations; ECMAScript places the point elsewhere.
        Span<byte> shortest = stackalloc byte[40];
        number.TryFormat(shortest, out written, "R", System.Globalization.CultureInfo.InvariantCulture);
        return Rearrange(shortest[..written], target);
    }

    /// <summary>Writes ten-thousandths as a decimal without zeros at its end.</summary>
    private static int FormatShort(long tenThousandths, Span<byte> target)
    {
        var at = 0;
        if (tenThousandths < 0)
        {
            target[at++] = (byte)'-';
            tenThousandths = -tenThousandths;
        }

        var (whole, rest) = Math.DivRem(tenThousandths, 10_000);
        Utf8Formatter.TryFormat(whole, target[at..], out var written);
        at += written;
        target[at++] = (byte)'.';
        for (var unit = 1000; rest > 0; unit /= 10)
        {
            target[at++] = (byte)('0' + (rest / unit));
            rest %= unit;
        }

        return at;
    }

    private static int Rearrange(ReadOnlySpan<byte> shortest, Span<byte> target)
    {
        var at = 0;
        if (shortest[0] == '-')
        {
            target[at++] = (byte)'-';
            shortest = shortest[1..];
        }

        var exponent = 0;
        var mark = shortest.IndexOf((byte)'E');
        if (mark >= 0)
        {
            exponent = int.Parse(shortest[(mark + 1)..], System.Globalization.CultureInfo.InvariantCulture);
            shortest = shortest[..mark];
        }

        Span<byte> digits = stackalloc byte[40];
        var dot = shortest.IndexOf((byte)'.');
        var count = shortest.Length;
        shortest[..(dot < 0 ? count : dot)].CopyTo(digits);
        if (dot >= 0)
        {
            shortest[(dot + 1)..].CopyTo(digits[dot..]);
            exponent -= count - dot - 1;
            count--;
        }

        digits = digits[..count].TrimStart((byte)'0');
        var length = digits.Length;
        digits = digits.TrimEnd((byte)'0');
        exponent += length - digits.Length;
        return at + Place(digits, digits.Length + exponent, exponent, target[at..]);
    }

    /// <summary>Writes the digits with the point after the n-th of them. n may be outside of the digits.</summary>
    private static int Place(ReadOnlySpan<byte> digits, int point, int exponent, Span<byte> target)
    {
        if (point is > 0 and <= 21)
        {
            if (exponent >= 0)
            {
                digits.CopyTo(target);
                target.Slice(digits.Length, exponent).Fill((byte)'0');
                return point;
            }

            digits[..point].CopyTo(target);
            target[point] = (byte)'.';
            digits[point..].CopyTo(target[(point + 1)..]);
            return digits.Length + 1;
        }

        if (point is > -6 and <= 0)
        {
            "0."u8.CopyTo(target);
            target.Slice(2, -point).Fill((byte)'0');
            digits.CopyTo(target[(2 - point)..]);
            return 2 - point + digits.Length;
        }

        var at = 0;
        target[at++] = digits[0];
        if (digits.Length > 1)
        {
            target[at++] = (byte)'.';
            digits[1..].CopyTo(target[at..]);
            at += digits.Length - 1;
        }

        target[at++] = (byte)'e';
        target[at++] = (byte)(point > 0 ? '+' : '-');
        Utf8Formatter.TryFormat(Math.Abs(point - 1), target[at..], out var written);
        return at + written;
    }

    public static string Text(double number)
    {
        Span<byte> text = stackalloc byte[MaxLength];
        return Encoding.ASCII.GetString(text[..Format(number, text)]);
    }
}
