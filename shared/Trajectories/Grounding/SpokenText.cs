using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using AgentScaler.Environments.Values;

namespace AgentScaler.Trajectories.Grounding;

/// <summary>Reads words, numbers, days and instants from spoken text. It is independent of the grammar that wrote the text.</summary>
internal sealed partial class SpokenText
{
    private readonly StringBuilder _words = new(" ");
    private readonly HashSet<double> _numbers = [];
    private readonly HashSet<string> _times = new(StringComparer.Ordinal);

    public void Add(string text)
    {
        _words.Append(Normal(text));
        foreach (Match match in Number().Matches(text))
        {
            if (double.TryParse(match.ValueSpan, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            {
                _numbers.Add(number);
            }
        }

        foreach (Match match in TimeOfDay().Matches(text))
        {
            _times.Add(match.Value + ":00");
        }

        foreach (Match match in Day().Matches(text))
        {
            var words = $"{match.Groups["day"].Value} {match.Groups["month"].Value[..3]} {match.Groups["year"].Value}";
            if (DateTime.TryParseExact(words, ["d MMM yyyy", "dd MMM yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                var iso = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
                _times.Add(iso);
                if (match.Groups["time"] is { Success: true, Value: var time })
                {
                    _times.Add($"{iso}T{(time.Length == 5 ? time + ":00" : time)}Z");
                }
            }
        }
    }

    public void Add(double number) => _numbers.Add(number);

    public bool Holds(Value value) => value.Kind switch
    {
        ValueKind.Number => _numbers.Contains(value.AsNumber),
        ValueKind.String => _times.Contains(value.AsString) || HoldsWords(value.AsString),
        _ => false,
    };

    /// <summary>Whether this text contains the words of another one after the other, with any characters between them that are not letters or digits.</summary>
    public bool HoldsWords(string text)
    {
        var words = Normal(text);
        return words.Length > 1 && _words.ToString().Contains(" " + words, StringComparison.Ordinal);
    }

    /// <summary>Whether this text contains the words of an identifier one after the other: Dns64Enabled is "dns64 enabled".</summary>
    public bool HoldsName(string identifier)
    {
        var letters = Normal(identifier).Replace(" ", "", StringComparison.Ordinal);
        var text = _words.ToString();
        for (var start = text.IndexOf(' ', StringComparison.Ordinal); letters.Length > 0 && start >= 0; start = text.IndexOf(' ', start + 1))
        {
            var (at, matched) = (start + 1, 0);
            while (at < text.Length && matched < letters.Length && (text[at] == ' ' || text[at] == letters[matched]))
            {
                matched += text[at++] == ' ' ? 0 : 1;
            }

            if (matched == letters.Length && (at == text.Length || text[at] == ' '))
            {
                return true;
            }
        }

        return false;
    }

    private static string Normal(string text)
    {
        var normal = new StringBuilder(text.Length + 1);
        var gap = true;
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c))
            {
                normal.Append(char.ToLowerInvariant(c));
                gap = false;
            }
            else if (!gap)
            {
                normal.Append(' ');
                gap = true;
            }
        }

        return gap ? normal.ToString() : normal.Append(' ').ToString();
    }

    // Backtracks at most over one exponent. The engine without backtracking missed every number after a hyphen that does not begin a number
    // ("a follow-up at 400.2").
    [GeneratedRegex(@"-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?")]
    private static partial Regex Number();

    [GeneratedRegex(@"\b[0-2]\d:[0-5]\d\b(?!:)")]
    private static partial Regex TimeOfDay();

    [GeneratedRegex(
        @"\b(?<day>\d{1,2}) (?<month>January|February|March|April|May|June|July|August|September|October|November|December),? (?<year>\d{4})(?: at (?<time>\d{2}:\d{2}(?::\d{2})?))?")]
    private static partial Regex Day();
}
