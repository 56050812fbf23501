using System.Globalization;
using AgentScaler.Environments.Values;

namespace AgentScaler.Trajectories.Plans;

/// <summary>Says a value like a person, in words from which an attentive listener can write it down exactly.</summary>
public static class SpokenValue
{
    private static readonly string[] Months =
    [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
    ];

    /// <summary>
    /// Says days as "3 March 2026", instants as "3 March 2026 at 14:30", full minutes of the day as "14:30", the words of a code such as "no_show" separately,
    /// and all other values verbatim.
    /// </summary>
    public static string Of(Value value) => value.Kind switch
    {
        ValueKind.String => OfText(value.AsString),
        ValueKind.Boolean => value.IsTrue ? "yes" : "no",
        ValueKind.Null => "nothing",
        ValueKind.Number => value.ToJson(),
        ValueKind.Array => string.Join(", ", value.AsArray.ToArray().Select(Of)),
        _ => value.ToJson(),
    };

    /// <summary>Whether a text says a value as a separate word: "13" does not say "3".</summary>
    public static bool IsIn(string text, Value value)
    {
        var spoken = Of(value);
        for (var at = text.IndexOf(spoken, StringComparison.Ordinal); spoken.Length > 0 && at >= 0; at = text.IndexOf(spoken, at + 1, StringComparison.Ordinal))
        {
            var end = at + spoken.Length;
            if ((at == 0 || !char.IsLetterOrDigit(text[at - 1]) || !char.IsLetterOrDigit(spoken[0]))
                && (end == text.Length || !char.IsLetterOrDigit(text[end]) || !char.IsLetterOrDigit(spoken[^1]))
                && !(value.IsNumber && GoesOn(text, at, end)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a number is a part of a longer one: the 3 of 3.5 and the 5 of 3.5.</summary>
    private static bool GoesOn(string text, int at, int end) =>
        (end + 1 < text.Length && text[end] == '.' && char.IsAsciiDigit(text[end + 1]))
        || (at > 1 && text[at - 1] == '.' && char.IsAsciiDigit(text[at - 2]));

    /// <summary>
    /// Whether a text says the value of this name. Yes and no may also be said by the name itself: "mark that dish as not
    /// available", "a room with breakfast".
    /// </summary>
    public static bool IsIn(string text, string name, Value value)
    {
        if (!value.IsBoolean)
        {
            return IsIn(text, value);
        }

        var word = name[(name.LastIndexOf(' ') + 1)..];
        for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            var before = " " + text[(text.AsSpan(0, at).LastIndexOfAny(".?!,") + 1)..at];
            var denied = before.Contains(" not ", StringComparison.Ordinal) || before.Contains(" without ", StringComparison.Ordinal);
            var affirmed = before.Contains(" as ", StringComparison.Ordinal) || before.Contains(" is ", StringComparison.Ordinal)
                || before.Contains(" are ", StringComparison.Ordinal) || before.Contains(" with ", StringComparison.Ordinal);
            if (value.IsTrue ? affirmed && !denied : denied)
            {
                return true;
            }
        }

        return text.Contains(word, StringComparison.Ordinal) && IsIn(text, value);
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

        if (text.Length == 8
            && text[2] == ':'
            && text.EndsWith(":00", StringComparison.Ordinal)
            && TimeOnly.TryParseExact(text, "HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
        {
            return text[..5];
        }

        return IsCode(text) ? text.Replace('_', ' ') : text;
    }

    /// <summary>Whether a text consists of lower-case words joined by underscores: a word of an enumeration, whose underscores people do not say.</summary>
    private static bool IsCode(string text) =>
        text.Contains('_', StringComparison.Ordinal)
            && text[0] != '_'
            && text[^1] != '_'
            && !text.Contains("__", StringComparison.Ordinal)
            && text.All(c => c == '_' || char.IsAsciiLetterLower(c));

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
