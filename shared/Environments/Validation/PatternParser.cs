using System.Globalization;

namespace AgentScaler.Environments.Validation;

/// <summary>Parses a pattern of the linear subset into steps. A pattern outside the subset gives null.</summary>
internal sealed class PatternParser
{
    private const int MaxSteps = 1000;
    private const int MaxGroups = 20;
    private const int MaxRepeats = 1000;

    private static readonly (int First, int Last)[] Digits = [('0', '9')];
    private static readonly (int First, int Last)[] Word = [('0', '9'), ('A', 'Z'), ('_', '_'), ('a', 'z')];
    private static readonly (int First, int Last)[] LineEnds = [('\n', '\n'), ('\r', '\r'), (0x2028, 0x2029)];

    private static readonly (int First, int Last)[] Space =
    [
        (9, 13), (' ', ' '), (0xa0, 0xa0), (0x1680, 0x1680), (0x2000, 0x200a), (0x2028, 0x2029), (0x202f, 0x202f),
        (0x205f, 0x205f), (0x3000, 0x3000), (0xfeff, 0xfeff),
    ];

    private readonly int[] _runes;
    private int _at;
    private int _groups;

    private PatternParser(int[] runes) => _runes = runes;

    public static List<PatternStep>? TryParse(string pattern)
    {
        var parser = new PatternParser([.. pattern.EnumerateRunes().Select(r => r.Value)]);
        var steps = parser.Alternatives();
        return steps is not null && parser._at == parser._runes.Length ? steps : null;
    }

    private int Peek => _at < _runes.Length ? _runes[_at] : -1;

    private List<PatternStep>? Alternatives()
    {
        var left = Sequence();
        while (left is not null && Peek == '|')
        {
            _at++;
            var right = Sequence();
            if (right is null || left.Count + right.Count + 2 > MaxSteps)
            {
                return null;
            }

            left =
            [
                new PatternStep(PatternStepKind.Split, 1, left.Count + 2),
                .. left,
                new PatternStep(PatternStepKind.Jump, right.Count + 1),
                .. right,
            ];
        }

        return left;
    }

    private List<PatternStep>? Sequence()
    {
        var steps = new List<PatternStep>();
        while (Peek is not (-1 or '|' or ')'))
        {
            var anchor = Peek is '^' or '$';
            var atom = Atom();
            var repeated = atom is null ? null : anchor ? atom : Repeated(atom);
            if (repeated is null || steps.Count + repeated.Count > MaxSteps)
            {
                return null;
            }

            steps.AddRange(repeated);
        }

        return steps;
    }

    private List<PatternStep>? Atom()
    {
        var rune = _runes[_at++];
        switch (rune)
        {
            case '^':
                return [new PatternStep(PatternStepKind.Begin)];
            case '$':
                return [new PatternStep(PatternStepKind.End)];
            case '.':
                return Read(LineEnds, negated: true);
            case '(':
                return Group();
            case '[':
                return Class();
            case '\\':
                return Escape() is { } escaped ? Read(escaped.Ranges, escaped.Negated) : null;
            case '*' or '+' or '?' or '{':
                return null;
            default:
                return Read([(rune, rune)]);
        }
    }

    private List<PatternStep>? Group()
    {
        if (Peek == '?')
        {
            if (_at + 1 >= _runes.Length || _runes[_at + 1] != ':')
            {
                return null;
            }

            _at += 2;
        }

        if (++_groups > MaxGroups)
        {
            return null;
        }

        var inner = Alternatives();
        if (inner is null || Peek != ')')
        {
            return null;
        }

        _at++;
        return inner;
    }

    private List<PatternStep>? Class()
    {
        var negated = Peek == '^';
        _at += negated ? 1 : 0;
        var ranges = new List<(int First, int Last)>();
        while (Peek != ']')
        {
            if (Member() is not { } first)
            {
                return null;
            }

            if (Peek == '-' && _at + 1 < _runes.Length && _runes[_at + 1] != ']')
            {
                _at++;
                if (Member() is not { Length: 1 } last || first.Length != 1 || first[0].First != first[0].Last
                    || last[0].First != last[0].Last || last[0].First < first[0].First)
                {
                    return null;
                }

                first = [(first[0].First, last[0].First)];
            }

            ranges.AddRange(first);
        }

        _at++;
        return ranges.Count == 0 ? null : Read([.. ranges], negated);
    }

    private (int First, int Last)[]? Member()
    {
        if (Peek == -1)
        {
            return null;
        }

        var rune = _runes[_at++];
        if (rune != '\\')
        {
            return [(rune, rune)];
        }

        return Escape() is { Negated: false } escaped ? escaped.Ranges : null;
    }

    private ((int First, int Last)[] Ranges, bool Negated)? Escape()
    {
        if (Peek == -1)
        {
            return null;
        }

        var rune = _runes[_at++];
        return rune switch
        {
            'd' => (Digits, false),
            'D' => (Digits, true),
            'w' => (Word, false),
            'W' => (Word, true),
            's' => (Space, false),
            'S' => (Space, true),
            't' => One('\t'),
            'n' => One('\n'),
            'r' => One('\r'),
            'f' => One('\f'),
            'v' => One('\v'),
            'x' => Hex(2),
            'u' => Hex(4),
            < 128 when char.IsAsciiLetterOrDigit((char)rune) => null,
            _ => One(rune),
        };
    }

    private static ((int First, int Last)[] Ranges, bool Negated)? One(int rune) => ([(rune, rune)], false);

    private ((int First, int Last)[] Ranges, bool Negated)? Hex(int digits)
    {
        var value = 0;
        for (var i = 0; i < digits; i++)
        {
            if (Peek is < 0 or > 127 || !char.IsAsciiHexDigit((char)Peek))
            {
                return null;
            }

            value = (value * 16) + int.Parse(((char)_runes[_at++]).ToString(), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        }

        // Halves of surrogate pairs would have to be joined, and no value holds a single half.
        return value is >= 0xd800 and <= 0xdfff ? null : One(value);
    }

    private List<PatternStep>? Repeated(List<PatternStep> atom)
    {
        var (least, most) = (1, 1);
        switch (Peek)
        {
            case '*':
                (least, most) = (0, -1);
                _at++;
                break;
            case '+':
                (least, most) = (1, -1);
                _at++;
                break;
            case '?':
                (least, most) = (0, 1);
                _at++;
                break;
            case '{':
                if (Bounds() is not { } bounds)
                {
                    return null;
                }

                (least, most) = bounds;
                break;
            default:
                return atom;
        }

        // A lazy repetition finds the same texts. A repetition of a repetition is outside the subset.
        _at += Peek == '?' ? 1 : 0;
        if (Peek is '*' or '+' or '?' or '{' || (atom.Count + 2) * (long)Math.Max(Math.Max(least, most), 1) > MaxSteps)
        {
            return null;
        }

        var steps = new List<PatternStep>();
        for (var i = 0; i < least; i++)
        {
            steps.AddRange(atom);
        }

        if (most < 0)
        {
            steps.Add(new PatternStep(PatternStepKind.Split, 1, atom.Count + 2));
            steps.AddRange(atom);
            steps.Add(new PatternStep(PatternStepKind.Jump, -atom.Count - 1));
        }

        for (var i = least; i < most; i++)
        {
            steps.Add(new PatternStep(PatternStepKind.Split, 1, atom.Count + 1));
            steps.AddRange(atom);
        }

        return steps;
    }

    /// <summary><c>{n}</c>, <c>{n,}</c> or <c>{n,m}</c>.</summary>
    private (int Least, int Most)? Bounds()
    {
        _at++;
        var least = Count();
        var most = least;
        if (Peek == ',')
        {
            _at++;
            most = Peek == '}' ? -1 : Count();
            if (most == -2)
            {
                return null;
            }
        }

        if (least < 0 || Peek != '}' || (most >= 0 && most < least))
        {
            return null;
        }

        _at++;
        return (least, most);
    }

    private int Count()
    {
        var (count, digits) = (0, 0);
        while (Peek is >= '0' and <= '9')
        {
            count = Math.Min((count * 10) + (_runes[_at++] - '0'), MaxRepeats + 1);
            digits++;
        }

        return digits == 0 || count > MaxRepeats ? -2 : count;
    }

    private static List<PatternStep> Read((int First, int Last)[] ranges, bool negated = false) =>
        [new PatternStep(PatternStepKind.Read, Ranges: ranges, Negated: negated)];
}
