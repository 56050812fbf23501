using System.Globalization;
using AgentScaler.Environments.Values;

namespace AgentScaler.Trajectories.Plans;

/// <summary>How a person says a value, so that an attentive listener can write it down exactly.</summary>
public static class SpokenValue
{
    private static readonly string[] Months =
    [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
    ];

    /// <summary>Days as "3 March 2026", instants as "3 March 2026 at 14:30", words of an identifier apart, the rest verbatim.</summary>
    public static string Of(Value value) => value.Kind switch
    {
        ValueKind.String => OfText(value.AsString),
        ValueKind.Boolean => value.IsTrue ? "yes" : "no",
        ValueKind.Null => "nothing",
        ValueKind.Number => value.ToJson(),
        ValueKind.Array => string.Join(", ", value.AsArray.ToArray().Select(Of)),
        _ => value.ToJson(),
    };

    /// <summary>Whether a text says a value, as a word of its own: "3" is not said by "13".</summary>
    public static bool IsIn(string text, Value value)
    {
        var spoken = Of(value);
        for (var at = text.IndexOf(spoken, StringComparison.Ordinal); spoken.Length > 0 && at >= 0; at = text.IndexOf(spoken, at + 1, StringComparison.Ordinal))
        {
            var end = at + spoken.Length;
            if ((at == 0 || !char.IsLetterOrDigit(text[at - 1]) || !char.IsLetterOrDigit(spoken[0]))
                && (end == text.Length || !char.IsLetterOrDigit(text[end]) || !char.IsLetterOrDigit(spoken[^1])))
            {
                return true;
            }
        }

        return false;
    }

    private static string OfText(string text)
    {
        if (TryDay(text, out var day))
        {
            return day;
        }

        if (text.Length == 20 && text[10] == 'T' && text[19] == 'Z' && TryDay(text[..10], out day))
        {
            return text[17..19] == "00" ? $"{day} at {text[11..16]}" : $"{day} at {text[11..19]}";
        }

        return text;
    }

    private static bool TryDay(string text, out string day)
    {
        day = "";
        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return false;
        }

        day = string.Create(CultureInfo.InvariantCulture, $"{date.Day} {Months[date.Month - 1]} {date.Year}");
        return true;
    }
}
