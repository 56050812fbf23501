using System.Globalization;
using System.Text;
using System.Text.Json;

namespace AgentScaler.Training.Templates;

/// <summary>
/// Writes JSON like Python's <c>json.dumps(json.loads(text), ensure_ascii=False)</c>, because chat templates were trained with that form: ", " and ":
/// " as separators, integers unchanged, floats in Python's repr.
/// </summary>
public static class PythonJson
{
    public static string Write(JsonElement element)
    {
        var text = new StringBuilder();
        Write(element, text);
        return text.ToString();
    }

    private static void Write(JsonElement element, StringBuilder text)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                WriteObject(element, text);
                break;
            case JsonValueKind.Array:
                text.Append('[');
                var first = true;
                foreach (var item in element.EnumerateArray())
                {
                    if (!first)
                    {
                        text.Append(", ");
                    }
                    first = false;
                    Write(item, text);
                }

                text.Append(']');
                break;
            case JsonValueKind.String:
                WriteString(element.GetString()!, text);
                break;
            case JsonValueKind.Number:
                text.Append(Number(element.GetRawText()));
                break;
            default:
                text.Append(element.ValueKind switch { JsonValueKind.True => "true", JsonValueKind.False => "false", _ => "null" });
                break;
        }
    }

    private static void WriteObject(JsonElement element, StringBuilder text)
    {
        // A repeated name keeps its first position and its last value, as in a Python dict.
        var names = new List<string>();
        var values = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var member in element.EnumerateObject())
        {
            if (!values.ContainsKey(member.Name))
            {
                names.Add(member.Name);
            }
            values[member.Name] = member.Value;
        }

        text.Append('{');
        for (var i = 0; i < names.Count; i++)
        {
            if (i > 0)
            {
                text.Append(", ");
            }
            WriteString(names[i], text);
            text.Append(": ");
            Write(values[names[i]], text);
        }

        text.Append('}');
    }

    public static void WriteString(string value, StringBuilder text)
    {
        text.Append('"');
        foreach (var c in value)
        {
            switch (c)
            {
                case '"': text.Append("\\\""); break;
                case '\\': text.Append("\\\\"); break;
                case '\n': text.Append("\\n"); break;
                case '\r': text.Append("\\r"); break;
                case '\t': text.Append("\\t"); break;
                case '\b': text.Append("\\b"); break;
                case '\f': text.Append("\\f"); break;
                case < ' ': text.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture)); break;
                default: text.Append(c); break;
            }
        }

        text.Append('"');
    }

    private static string Number(string raw)
    {
        if (!raw.AsSpan().ContainsAny('.', 'e', 'E'))
        {
            return raw == "-0" ? "0" : raw;
        }
        var value = double.Parse(raw, NumberStyles.Float, CultureInfo.InvariantCulture);
        if (double.IsInfinity(value))
        {
            return value > 0 ? "Infinity" : "-Infinity";
        }
        return Float(value);
    }

    /// <summary>Writes Python's repr: the shortest digits that read back, with an exponent below 1e-4 and from 1e16.</summary>
    private static string Float(double value)
    {
        if (value == 0)
        {
            return double.IsNegative(value) ? "-0.0" : "0.0";
        }
        var shortest = Math.Abs(value).ToString("R", CultureInfo.InvariantCulture);
        var mark = shortest.IndexOf('E', StringComparison.Ordinal);
        var mantissa = mark < 0 ? shortest : shortest[..mark];
        var exponent = mark < 0 ? 0 : int.Parse(shortest.AsSpan(mark + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var point = mantissa.IndexOf('.', StringComparison.Ordinal);
        var digits = mantissa.Replace(".", "", StringComparison.Ordinal);
        var decimals = (point < 0 ? mantissa.Length : point) + exponent;
        var leading = digits.Length - digits.TrimStart('0').Length;
        digits = digits.TrimStart('0').TrimEnd('0');
        decimals -= leading;
        return (value < 0 ? "-" : "") + Place(digits, decimals);
    }

    /// <param name="decimals">The value is 0.DIGITS times ten to this power.</param>
    private static string Place(string digits, int decimals)
    {
        if (decimals is > -4 and <= 16)
        {
            if (decimals <= 0)
            {
                return "0." + new string('0', -decimals) + digits;
            }
            return digits.Length <= decimals ? digits + new string('0', decimals - digits.Length) + ".0" : digits[..decimals] + "." + digits[decimals..];
        }

        var exponent = decimals - 1;
        var fraction = digits.Length > 1 ? "." + digits[1..] : "";
        return $"{digits[0]}{fraction}e{(exponent < 0 ? '-' : '+')}{Math.Abs(exponent).ToString("00", CultureInfo.InvariantCulture)}";
    }
}
