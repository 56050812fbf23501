using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace AgentScaler.Language.Values.Documents;

/// <summary>Recognises and fills the templates of descriptions: dates and times, and paths with variables.</summary>
public static class StatedForm
{
    private static readonly Regex Clock =
        new(@"^'?(YYYY|yyyy|YY|yy|MM|mm|DD|dd|HH|hh|H|h)([-/:. T_']*(YYYY|yyyy|YY|yy|MMM|MM|mmmmmm|mm|DD|dd|HH|hh|SSS|SS|ss|fff|ms|TZD|Z|T))+'?$",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
    private static readonly Regex Variable = new(@"\{[^{}/]{1,60}\}|\[[^\[\]/]{1,60}\]|<[^<>/]{1,60}>|\*|\b[a-z]+(Name|Id)\b|\b[A-Z][A-Z_]+_(NAME|ID)\b",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
    private static readonly Regex Token =
        new(@"YYYY|yyyy|YY|yy|MMM|MM|mmmmmm|mm|DD|dd|HH|hh|SSS|SS|ss|fff|ms|TZD|'", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    /// <summary>Whether a text is a template and not a value.</summary>
    public static bool Is(string text) => text.Length <= 200 && (IsClock(text)
        || (text.Contains('/', StringComparison.Ordinal) && !text.Contains(' ', StringComparison.Ordinal) && Variable.IsMatch(text)));

    public static bool IsClock(string text) => Clock.IsMatch(text);

    /// <summary>Returns a text in this form.</summary>
    /// <param name="fill">Returns the text for a variable by its name.</param>
    public static string Write(string form, DeterministicRandom random, Func<string, string> fill) =>
        IsClock(form) ? Moment(form, random) : Variable.Replace(form, match => fill(VariableOf(form, match)));

    /// <summary>The name of a variable; a star is called by the part of the path before it.</summary>
    private static string VariableOf(string form, Match match) => match.Value == "*"
        ? Words.Singular(Words.Split(form[..match.Index]).LastOrDefault() ?? "item")
        : match.Value.Trim('{', '}', '[', ']', '<', '>');

    private static string Moment(string form, DeterministicRandom random)
    {
        var at = new DateTime(2025, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddMinutes(random.Between(0, 364 * 1440));
        var text = new StringBuilder();
        var (from, hours) = (0, false);
        foreach (var match in Token.EnumerateMatches(form))
        {
            text.Append(form, from, match.Index - from);
            from = match.Index + match.Length;
            var token = form.Substring(match.Index, match.Length);
            hours |= token is "HH" or "hh";
            text.Append(token switch
            {
                "YYYY" or "yyyy" => at.Year.ToString("0000", CultureInfo.InvariantCulture),
                "YY" or "yy" => (at.Year % 100).ToString("00", CultureInfo.InvariantCulture),
                "MMM" => at.ToString("MMM", CultureInfo.InvariantCulture),
                // The same letters are a month beside days and minutes beside hours.
                "MM" or "mm" => (hours ? at.Minute : at.Month).ToString("00", CultureInfo.InvariantCulture),
                "DD" or "dd" => at.Day.ToString("00", CultureInfo.InvariantCulture),
                "HH" or "hh" => at.Hour.ToString("00", CultureInfo.InvariantCulture),
                "SS" or "ss" => "00",
                "SSS" or "fff" or "ms" => "000",
                "mmmmmm" => "000000",
                "TZD" => "Z",
                _ => "",
            });
        }

        return text.Append(form, from, form.Length - from).ToString();
    }
}
