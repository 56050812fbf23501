using System.Globalization;
using System.Text;

namespace AgentScaler.Environments.Values;

/// <summary>The JSON Canonicalization Scheme of RFC 8785.</summary>
public static class CanonicalJson
{
    public static string ToText(Value value)
    {
        var text = new StringBuilder();
        Append(text, value);
        return text.ToString();
    }

    /// <summary>A finite double as ECMAScript prints it (RFC 8785, section 3.2.2.3).</summary>
    public static string Number(double number)
    {
        if (number == 0)
        {
            return "0";
        }

        if (Math.Abs(number) < 1e15 && Math.Floor(number) == number)
        {
            return ((long)number).ToString(CultureInfo.InvariantCulture);
        }

        // "E16" would print 17 digits; "R" prints the shortest that reads back, in one of two notations.
        var shortest = number.ToString("R", CultureInfo.InvariantCulture);
        var sign = shortest[0] == '-' ? "-" : "";
        var (digits, exponent) = Decompose(shortest.AsSpan(sign.Length));
        var point = digits.Length + exponent;
        return sign + point switch
        {
            > 0 and <= 21 when exponent >= 0 => digits + new string('0', exponent),
            > 0 and <= 21 => digits[..point] + "." + digits[point..],
            > -6 and <= 0 => "0." + new string('0', -point) + digits,
            _ => digits[..1] + (digits.Length > 1 ? "." + digits[1..] : "")
                + (point > 0 ? "e+" : "e-") + Math.Abs(point - 1).ToString(CultureInfo.InvariantCulture),
        };
    }

    /// <summary>Splits a printed number into its significant digits d and the exponent e with value d * 10^e.</summary>
    internal static (string Digits, int Exponent) Decompose(ReadOnlySpan<char> unsigned)
    {
        var exponent = 0;
        var mark = unsigned.IndexOf('E');
        if (mark >= 0)
        {
            exponent = int.Parse(unsigned[(mark + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
            unsigned = unsigned[..mark];
        }

        var dot = unsigned.IndexOf('.');
        var digits = dot < 0 ? unsigned.ToString() : string.Concat(unsigned[..dot], unsigned[(dot + 1)..]);
        exponent -= dot < 0 ? 0 : unsigned.Length - dot - 1;
        digits = digits.TrimStart('0');
        var trimmed = digits.TrimEnd('0');
        return (trimmed, exponent + digits.Length - trimmed.Length);
    }

    private static void Append(StringBuilder text, Value value)
    {
        switch (value.Kind)
        {
            case ValueKind.Null:
                text.Append("null");
                break;
            case ValueKind.Boolean:
                text.Append(value.IsTrue ? "true" : "false");
                break;
            case ValueKind.Number:
                text.Append(Number(value.AsNumber));
                break;
            case ValueKind.String:
                AppendString(text, value.AsString);
                break;
            case ValueKind.Array:
                AppendArray(text, value);
                break;
            default:
                AppendObject(text, value.AsObject);
                break;
        }
    }

    private static void AppendArray(StringBuilder text, Value value)
    {
        text.Append('[');
        var first = true;
        foreach (var item in value.AsArray)
        {
            if (!first)
            {
                text.Append(',');
            }

            first = false;
            Append(text, item);
        }

        text.Append(']');
    }

    private static void AppendObject(StringBuilder text, ObjectValue members)
    {
        var order = members.Names.ToArray();
        var values = members.Values.ToArray();
        Array.Sort(order, values, StringComparer.Ordinal);
        text.Append('{');
        for (var i = 0; i < order.Length; i++)
        {
            if (i > 0)
            {
                text.Append(',');
            }

            AppendString(text, order[i]);
            text.Append(':');
            Append(text, values[i]);
        }

        text.Append('}');
    }

    private static void AppendString(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (var c in value)
        {
            switch (c)
            {
                case '"':
                    text.Append("\\\"");
                    break;
                case '\\':
                    text.Append("\\\\");
                    break;
                case '\b':
                    text.Append("\\b");
                    break;
                case '\t':
                    text.Append("\\t");
                    break;
                case '\n':
                    text.Append("\\n");
                    break;
                case '\f':
                    text.Append("\\f");
                    break;
                case '\r':
                    text.Append("\\r");
                    break;
                case < ' ':
                    text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
                    break;
                default:
                    text.Append(c);
                    break;
            }
        }

        text.Append('"');
    }
}
