using System.Text;
using System.Text.RegularExpressions;

namespace AgentScaler.Materialization.Sentences.Grammar;

/// <summary>
/// One way to say something, as data: <c>only {status} {thing} can be {act}</c>. Words stand for themselves. <c>(a|b)</c> is a choice, <c>[a|b]</c> may be
/// left out, <c>{x}</c> holds one to six words, <c>{x:2}</c> at most two, <c>{x*}</c> up to fourteen with commas, <c>{x#}</c> a number. <c>^</c> and <c>$</c>
/// hold the form to the beginning and the end of a clause.
/// </summary>
internal sealed class Form
{
    private const int UsualWords = 6;
    private const int MostWords = 14;
    private const string Number = "(?:[0-9]+(?:\\.[0-9]+)?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|a single|single)";
    private readonly Regex _words;
    private readonly Func<Slots, Meaning?> _meaning;
    private readonly IReadOnlyList<string> _always;

    public Form(string text, Func<Slots, Meaning?> meaning)
    {
        Text = text;
        _meaning = meaning;
        _always = Always(text);
        _words = new Regex(Compile(text), RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);
    }

    public string Text { get; }

    /// <summary>What a clause says in this form, or null.</summary>
    public Meaning? Read(string words) =>
        _always.All(w => words.Contains(w, StringComparison.Ordinal)) && _words.Match(words) is { Success: true } match ? _meaning(new Slots(match)) : null;

    /// <summary>The words that every sentence of this form has: most forms are passed over by them alone.</summary>
    private static IReadOnlyList<string> Always(string text)
    {
        var words = new List<string>();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '(' or '[' or '{')
            {
                i = text[i] == '{' ? text.IndexOf('}', i) : Close(text, i);
            }
            else if (char.IsAsciiLetterOrDigit(text[i]))
            {
                var end = text.AsSpan(i).IndexOfAny(" $") is var at && at < 0 ? text.Length : i + at;
                words.Add(text[i..end] + " ");
                i = end;
            }
        }

        return words;
    }

    private static string Compile(string text)
    {
        var pattern = new StringBuilder(text.StartsWith('^') ? "" : "(?:^| )");
        Compile(text, pattern);
        return pattern.ToString();
    }

    private static void Compile(string text, StringBuilder pattern)
    {
        for (var i = 0; i < text.Length;)
        {
            switch (text[i])
            {
                case '^':
                    pattern.Append("^(?:, )?");
                    i++;
                    break;
                case '$':
                    pattern.Append("(?:, )?$");
                    i++;
                    break;
                case ' ':
                    i++;
                    break;
                case '(' or '[':
                    var close = Close(text, i);
                    pattern.Append("(?:").AppendJoin('|', Choices(text[(i + 1)..close])).Append(text[i] == '(' ? ")" : ")?");
                    i = close + 1;
                    break;
                case '{':
                    var end = text.IndexOf('}', i);
                    pattern.Append(Slot(text[(i + 1)..end]));
                    i = end + 1;
                    break;
                default:
                    var stop = text.AsSpan(i).IndexOfAny(" $") is var at && at < 0 ? text.Length : i + at;
                    pattern.Append(Regex.Escape(text[i..stop])).Append(' ');
                    i = stop;
                    break;
            }
        }
    }

    private static IEnumerable<string> Choices(string inner) => inner.Split('|').Select(choice =>
    {
        var pattern = new StringBuilder();
        Compile(choice, pattern);
        return pattern.ToString();
    });

    private static int Close(string text, int open) => text.IndexOf(text[open] == '(' ? ')' : ']', open);

    private static string Slot(string inner) => inner[^1] switch
    {
        '*' => $"(?<{inner[..^1]}>(?:[^ ]+ ){{1,{MostWords}}}?)",
        '#' => $"(?<{inner[..^1]}>{Number} )",
        _ when inner.IndexOf(':', StringComparison.Ordinal) is > 0 and var at => $"(?<{inner[..at]}>(?:[^ ,]+ ){{1,{inner[(at + 1)..]}}}?)",
        _ => $"(?<{inner}>(?:[^ ,]+ ){{1,{UsualWords}}}?)",
    };
}
