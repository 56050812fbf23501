using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.Programs.Runtime;

/// <summary>Operators on texts, which are sequences of code points.</summary>
internal static partial class TextOperators
{
    private static readonly char[] White = [' ', '\t', '\n', '\v', '\f', '\r'];

    /// <summary>A value as text: strings as they are, null as nothing, everything else as canonical JSON.</summary>
    public static string Text(Value value, StepMeter meter)
    {
        switch (value.Kind)
        {
            case ValueKind.Null:
                return "";
            case ValueKind.String:
                return value.AsString;
            case ValueKind.Boolean:
                return value.IsTrue ? "true" : "false";
            case ValueKind.Number:
                return CanonicalJson.Number(value.AsNumber);
            default:
                meter.Deep(value);
                StepMeter.Bounded(value);
                return meter.Text(value.ToCanonicalJson());
        }
    }

    public static Value Concat(ReadOnlySpan<Value> parts, StepMeter meter)
    {
        var text = new StringBuilder();
        foreach (var part in parts)
        {
            Append(text, Text(part, meter));
        }

        return meter.Text(text.ToString());
    }

    public static Value Trim(string text) => text.Trim(White);

    /// <summary>Cuts out a part of a text. Start and length are clipped to the text.</summary>
    public static Value Substring(string text, Value start, Value? length)
    {
        var count = CodePoints.Count(text);
        var from = Clip("substring", start, count);
        var take = length is { } wanted ? Math.Min(Clip("substring", wanted, count), count - from) : count - from;
        if (count == text.Length)
        {
            return text.Substring(from, take);
        }

        var first = CodePoints.IndexOf(text, from);
        return text[first..CodePoints.IndexOf(text, from + take)];
    }

    /// <summary>The parts between separators; the code points if the separator is empty.</summary>
    public static Value Split(string text, string separator, StepMeter meter)
    {
        meter.Search(text, separator);
        if (separator.Length > 0)
        {
            var parts = text.Split(separator);
            meter.Charge(parts.Length);
            return StepMeter.Bounded(Value.From(Array.ConvertAll(parts, p => (Value)p)));
        }

        var points = new List<Value>();
        foreach (var rune in text.EnumerateRunes())
        {
            points.Add(rune.ToString());
        }

        meter.Charge(points.Count);
        return StepMeter.Bounded(Value.From(points));
    }

    public static Value Join(ReadOnlySpan<Value> items, string separator, StepMeter meter)
    {
        meter.Charge(items.Length);
        var text = new StringBuilder();
        var first = true;
        foreach (var item in items)
        {
            if (item.IsNull)
            {
                continue;
            }

            if (!first)
            {
                Append(text, separator);
            }

            first = false;
            Append(text, Text(item, meter));
        }

        return meter.Text(text.ToString());
    }

    /// <summary>Replaces every occurrence from the left; an empty text to replace is found nowhere.</summary>
    public static Value Replace(string text, string old, string replacement, StepMeter meter)
    {
        if (old.Length == 0)
        {
            return text;
        }

        meter.Search(text, old);
        if (replacement.Length > old.Length)
        {
            long times = 0;
            for (var at = text.IndexOf(old, StringComparison.Ordinal); at >= 0; at = text.IndexOf(old, at + old.Length, StringComparison.Ordinal))
            {
                times++;
            }

            StepMeter.Length(CodePoints.Count(text) + (times * (CodePoints.Count(replacement) - CodePoints.Count(old))));
        }

        return meter.Text(text.Replace(old, replacement, StringComparison.Ordinal));
    }

    /// <summary>A number, or a text that is a JSON number; null for everything else.</summary>
    public static Value ToNumber(Value value)
    {
        if (value.IsNumber)
        {
            return value;
        }

        if (!value.IsString || value.AsString.Length > 400 || !JsonNumber().IsMatch(value.AsString))
        {
            return Value.Null;
        }

        var number = double.Parse(value.AsString, NumberStyles.Float, CultureInfo.InvariantCulture);
        return double.IsFinite(number) ? number : Value.Null;
    }

    /// <summary>A whole number within 0 to most, for offsets and lengths.</summary>
    public static int Clip(string op, Value value, int most) => (int)Math.Clamp(Arithmetic.Whole(op, value), 0, most);

    private static void Append(StringBuilder text, string part)
    {
        // UTF-16 counts at most twice the code points, so this stops before memory does and never too early.
        StepMeter.Length(((long)text.Length + part.Length) / 2);
        text.Append(part);
    }

    [GeneratedRegex(@"^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex JsonNumber();
}
