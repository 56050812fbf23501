namespace AgentScaler.Trajectories.Markup;

/// <summary>Finds the places where a text mentions markup instead of using it: in code, in an example, within a sentence.</summary>
public sealed class SpokenOf
{
    private const string Fence = "```";

    private readonly string _text;
    private readonly List<(int Start, int End)> _code = [];
    private readonly List<(int Start, int End)> _fences = [];
    private readonly bool _wordsOutsideCode;
    private readonly bool _wordsOutsideFences;

    public SpokenOf(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        _text = text;
        Scan();
        _wordsOutsideFences = HasWords(inCode: true);
        _wordsOutsideCode = HasWords(inCode: false);
    }

    /// <summary>Whether a place is in inline code of a text that has other words.</summary>
    public bool InCode(int at) => _wordsOutsideCode && Within(_code, at);

    /// <summary>Whether a place is in a block of code of a text that has other words.</summary>
    public bool InExample(int at) => _wordsOutsideFences && Within(_fences, at);

    /// <summary>Whether a place follows a word or a comma and a space on the same line.</summary>
    public bool InSentence(int at) => Before(at) is var before && before >= 0 && before < at - 1 && (_text[before] == ',' || IsWord(_text[before]));

    /// <summary>Whether a place is at the beginning of a line, or after the end of a sentence and a space.</summary>
    public bool BeginsSentence(int at) =>
        at == 0 || _text[at - 1] == '\n'
            || (Before(at) is var before && before >= 0 && before < at - 1 && ".!?:".Contains(_text[before], StringComparison.Ordinal));

    /// <summary>The position of the last character before a place that is not a space.</summary>
    private int Before(int at)
    {
        var before = at - 1;
        while (before >= 0 && _text[before] is ' ' or '\t')
        {
            before--;
        }

        return before;
    }

    /// <summary>Whether a character is an ASCII letter or digit, or is not ASCII. C# and Python agree on this test.</summary>
    public static bool IsWord(char unit) => char.IsAsciiLetterOrDigit(unit) || unit >= 128;

    private static bool Within(List<(int Start, int End)> spans, int at) => Index(spans, at) is var index and >= 0 && at < spans[index].End;

    /// <summary>The index of the last span that begins at or before a place, or -1. Spans are sorted and disjoint.</summary>
    private static int Index(List<(int Start, int End)> spans, int at)
    {
        var (low, high) = (0, spans.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            (low, high) = spans[middle].Start <= at ? (middle + 1, high) : (low, middle - 1);
        }

        return high;
    }

    private void Scan()
    {
        var at = 0;
        while ((at = _text.IndexOf('`', at)) >= 0)
        {
            if (string.CompareOrdinal(_text, at, Fence, 0, Fence.Length) == 0)
            {
                var end = _text.IndexOf(Fence, at + Fence.Length, StringComparison.Ordinal);
                end = end < 0 ? _text.Length : end;
                _fences.Add((at + Fence.Length, end));
                at = Math.Min(_text.Length, end + Fence.Length);
                continue;
            }

            var close = _text.IndexOf('`', at + 1);
            var line = _text.IndexOf('\n', at + 1);
            if (close > 0 && (line < 0 || close < line))
            {
                _code.Add((at, close + 1));
                at = close + 1;
            }
            else
            {
                at++;
            }
        }
    }

    private bool HasWords(bool inCode)
    {
        for (var i = 0; i < _text.Length; i++)
        {
            if (IsWord(_text[i]) && !Within(_fences, i) && (inCode || !Within(_code, i)))
            {
                return true;
            }
        }

        return false;
    }
}
