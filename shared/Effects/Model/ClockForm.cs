using System.Globalization;
using AgentScaler.Environments.Values;

namespace AgentScaler.Effects;

/// <summary>
/// How a database writes times: <c>yyyy-MM-dd HH:mm</c> is one form. A form has the tokens yyyy, MM, dd, HH, mm and ss; its other characters stand for
/// themselves.
/// </summary>
public static class ClockForm
{
    private static readonly string[] Days = ["yyyy-MM-dd", "yyyy/MM/dd", "MM/dd/yyyy", "dd/MM/yyyy", "dd.MM.yyyy"];

    private static readonly string[] Times =
    [
        "THH:mm:ssZ", "THH:mm:ss", "THH:mm", " HH:mm:ss", " HH:mm", "THH:mm:ss+00:00", " HH:mm:ss+00:00", "THH:mm:ss.fffZ", "THH:mm:ss.ffffff",
            " HH:mm:ss.ffffff", "THH:mm:ss.ffffffZ", "THH:mm:ss.ffffff+00:00", "",
    ];

    /// <summary>The tokens of a form, each with its place in <c>yyyy-MM-ddTHH:mm:ssZ</c>.</summary>
    private static readonly (string Token, int Start)[] Tokens = [("yyyy", 0), ("MM", 5), ("dd", 8), ("HH", 11), ("mm", 14), ("ss", 17)];

    /// <summary>The one form in which all values are written. Null if they are no texts, or have several forms or an unknown one.</summary>
    public static string? Of(IEnumerable<Value> values)
    {
        var texts = values.Where(v => !v.IsNull).ToList();
        return texts.Count == 0 || !texts.TrueForAll(v => v.IsString) ? null
            : Days.SelectMany(day => Times.Select(time => day + time)).FirstOrDefault(form => texts.TrueForAll(v => Reads(v.AsString, form))) is { } found
                ? found.Replace('f', '0')
                : null;
    }

    /// <summary>The longest form that a text spells out, as YYYY-MM-DD HH:MM or as %Y-%m-%d %H:%M. Null if it spells none.</summary>
    public static string? Spelled(string text) => Days.SelectMany(day => Times.Select(time => day + time))
        .Where(form => !form.Contains('f', StringComparison.Ordinal)
            && (text.Contains(form, StringComparison.OrdinalIgnoreCase) || text.Contains(Percent(form), StringComparison.Ordinal)))
        .MaxBy(form => form.Length);

    /// <summary>Whether a text is a time in the form.</summary>
    public static bool Reads(string text, string form) => Read(text, form) is not null;

    /// <summary>The time that a text tells in the form. Null if it tells none.</summary>
    public static DateTime? Read(string text, string form) =>
        DateTime.TryParseExact(text, Quoted(form), CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    /// <summary>The parts of a form: plain texts, and the tokens by their place in <c>yyyy-MM-ddTHH:mm:ssZ</c>.</summary>
    public static IEnumerable<(string Text, int? Start)> Parts(string form)
    {
        for (var at = 0; at < form.Length;)
        {
            var (token, start) = Array.Find(Tokens, t => string.CompareOrdinal(form, at, t.Token, 0, t.Token.Length) == 0);
            yield return token is null ? (form[at].ToString(), null) : (token, start);
            at += token?.Length ?? 1;
        }
    }

    private static string Percent(string form) => string.Concat(Parts(form).Select(p => p.Text switch
    {
        "yyyy" => "%Y",
        "MM" => "%m",
        "dd" => "%d",
        "HH" => "%H",
        "mm" => "%M",
        "ss" => "%S",
        var other => other,
    }));

    /// <summary>The form with everything quoted that the runtime would take for a token of its own.</summary>
    private static string Quoted(string form) =>
        string.Concat(Parts(form).Select(p => p.Start is not null || p.Text is "f" ? p.Text : $"'{p.Text}'"));
}
