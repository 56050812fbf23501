using System.Globalization;
using System.Text;

namespace AgentScaler.Language.Values;

/// <summary>
/// Reads regular expressions of the everyday kind: literals, classes, groups, alternatives, repetitions, the common Unicode
/// categories. Look-around is skipped, because the tools' own checks decide in the end.
/// </summary>
public sealed class PatternReader
{
    private const int MaxPattern = 2000;
    private const int MaxDepth = 16;
    private const string Lower = "abcdefghijklmnopqrstuvwxyz";
    private const string Upper = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private const string Digits = "0123456789";
    private readonly string _pattern;
    private readonly bool _free;
    private int _at;
    private bool _unknown;
    private bool _began;
    private bool _ended;

    private PatternReader(string pattern, bool free) => (_pattern, _free) = (pattern, free);

    /// <summary>Returns the parts of the pattern. Null if the pattern is not understood, for example because of a back reference.</summary>
    /// <param name="free">Whether text may stand at the ends that are not anchored. A schema with a bound of length may need it.</param>
    public static PatternPart? Read(string pattern, bool free)
    {
        if (pattern.Length > MaxPattern)
        {
            return null;
        }

        var reader = new PatternReader(pattern, free);
        var part = reader.Alternatives(0);
        return reader._unknown || reader._at < pattern.Length ? null : part;
    }

    private PatternPart Alternatives(int depth)
    {
        var all = new List<PatternPart> { Sequence(depth) };
        while (!_unknown && _at < _pattern.Length && _pattern[_at] == '|')
        {
            _at++;
            all.Add(Sequence(depth));
        }

        return all.Count == 1 ? all[0] : new PatternPart.Choice(all);
    }

    private PatternPart.Chain Sequence(int depth)
    {
        var parts = new List<PatternPart>();
        _unknown |= depth > MaxDepth;
        if (depth == 0)
        {
            (_began, _ended) = (false, false);
        }

        while (!_unknown && _at < _pattern.Length && _pattern[_at] is not '|' and not ')')
        {
            if (_pattern[_at] is '^' or '$')
            {
                _began |= _pattern[_at] == '^';
                _ended |= _pattern[_at] == '$';
                _at++;
                continue;
            }

            if (Atom(depth) is { } part)
            {
                parts.Add(Repeated(part));
            }
        }

        if (_free && depth == 0 && !_unknown)
        {
            var free = new PatternPart.Repetition(new PatternPart.Letter(Lower), 0, PatternPart.Longest);
            if (!_ended)
            {
                parts.Add(free);
            }
            else if (!_began)
            {
                parts.Insert(0, free);
            }
        }

        return new PatternPart.Chain(parts);
    }

    private PatternPart? Atom(int depth)
    {
        switch (_pattern[_at])
        {
            case '(':
                return Group(depth);
            case '[':
                return Letters(Class());
            case '\\' when _at + 1 < _pattern.Length && _pattern[_at + 1] is 'b' or 'B' or 'A' or 'Z' or 'z':
                _at += 2;
                return null;
            case '\\':
                return Letters(Tidy(Escape()));
            case '.':
                _at++;
                return new PatternPart.Letter(Lower);
            case '*' or '+' or '?' or '{':
                _unknown = true;
                return null;
            default:
                return Letters(_pattern[_at++].ToString());
        }
    }

    private PatternPart? Group(int depth)
    {
        _at++;
        var looks = false;
        if (_at < _pattern.Length && _pattern[_at] == '?')
        {
            var rest = _pattern.AsSpan(_at + 1);
            if (rest.StartsWith(":", StringComparison.Ordinal))
            {
                _at += 2;
            }
            else if (rest.StartsWith("<=", StringComparison.Ordinal) || rest.StartsWith("<!", StringComparison.Ordinal))
            {
                (looks, _at) = (true, _at + 3);
            }
            else if (rest.StartsWith("=", StringComparison.Ordinal) || rest.StartsWith("!", StringComparison.Ordinal))
            {
                (looks, _at) = (true, _at + 2);
            }
            else
            {
                var close = _pattern.IndexOfAny(['>', ')'], _at);
                _unknown |= close < 0;
                if (close >= 0 && _pattern[close] == ')')
                {
                    // Flags alone: (?i).
                    _at = close + 1;
                    return null;
                }

                _at = close + 1;
            }
        }

        var inner = _unknown ? null : Alternatives(depth + 1);
        _unknown |= _at >= _pattern.Length || _pattern[_at] != ')';
        _at++;
        return looks ? null : inner;
    }

    private PatternPart.Letter? Letters(string choices)
    {
        _unknown |= choices.Length == 0;
        return _unknown ? null : new PatternPart.Letter(choices);
    }

    private string Escape()
    {
        if (_at + 1 >= _pattern.Length)
        {
            _unknown = true;
            return "";
        }

        var c = _pattern[_at + 1];
        _at += 2;
        switch (c)
        {
            case 'd':
                return Digits;
            case 'w':
                return Lower + Upper + Digits + "_";
            case 's':
                return " ";
            case 'S':
                return Lower + Upper + Digits;
            case 'D':
                return Lower;
            case 'W':
                return "-";
            case 'n' or 'r':
                return "\n";
            case 't':
                return "\t";
            case 'u' or 'x':
                return Code(c == 'u' ? 4 : 2);
            case 'p' or 'P':
                return Category(c == 'P');
            default:
                return char.IsLetterOrDigit(c) ? "" : c.ToString();
        }
    }

    private string Code(int digits)
    {
        if (_at + digits <= _pattern.Length && int.TryParse(_pattern.AsSpan(_at, digits), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code))
        {
            _at += digits;
            return ((char)code).ToString();
        }

        return "";
    }

    private string Category(bool negated)
    {
        var close = _at < _pattern.Length && _pattern[_at] == '{' ? _pattern.IndexOf('}', _at) : -1;
        if (close < 0)
        {
            return "";
        }

        var name = _pattern[(_at + 1)..close];
        _at = close + 1;
        return negated ? "" : name switch
        {
            "Lu" => Upper,
            "L" or "Ll" or "Alpha" or "IsAlphabetic" or "Letter" => Lower,
            "N" or "Nd" or "Digit" => Digits,
            "Alnum" => Lower + Digits,
            "Z" or "Zs" => " ",
            "P" or "Pd" or "Punct" or "S" => "-",
            "M" => Lower,
            "Print" or "Graph" or "ASCII" => Lower + Digits,
            _ => "",
        };
    }

    private string Class()
    {
        _at++;
        var negated = _at < _pattern.Length && _pattern[_at] == '^';
        _at += negated ? 1 : 0;
        var (set, start) = (new StringBuilder(), _at);
        while (_at < _pattern.Length && (_pattern[_at] != ']' || _at == start) && !_unknown)
        {
            var low = Member();
            if (low.Length == 1 && _at + 1 < _pattern.Length && _pattern[_at] == '-' && _pattern[_at + 1] != ']')
            {
                _at++;
                var high = Member();
                if (high.Length != 1 || high[0] < low[0])
                {
                    _unknown = true;
                    return "";
                }

                set.Append(low);
                for (var c = low[0] + 1; c <= high[0] && c < 127; c++)
                {
                    set.Append((char)c);
                }
            }
            else
            {
                set.Append(low);
            }
        }

        _unknown |= _at >= _pattern.Length;
        _at++;
        var members = set.ToString();
        return negated ? new string([.. (Lower + Digits + "-_ ").Where(c => !members.Contains(c, StringComparison.Ordinal))]) : Tidy(members);
    }

    private string Member() => _pattern[_at] == '\\' ? Escape() : _pattern[_at++].ToString();

    /// <summary>The members that read well: small letters and digits before anything else.</summary>
    private static string Tidy(string members)
    {
        var plain = members.Where(char.IsAsciiLetterOrDigit).Distinct().ToList();
        var small = new string([.. plain.Where(c => !char.IsAsciiLetterUpper(c) || !plain.Contains(char.ToLowerInvariant(c)))]);
        return small.Length > 0 ? small : new string([.. members.Where(c => !char.IsSurrogate(c)).Distinct()]);
    }

    private PatternPart Repeated(PatternPart part)
    {
        while (!_unknown && _at < _pattern.Length && Bounds() is var (low, high))
        {
            part = new PatternPart.Repetition(part, low, high);
        }

        return part;
    }

    /// <summary>The repetition that stands here, or null.</summary>
    private (int Low, int High)? Bounds()
    {
        switch (_pattern[_at])
        {
            case '*':
                Past(1);
                return (0, PatternPart.Longest);
            case '+':
                Past(1);
                return (1, PatternPart.Longest);
            case '?':
                Past(1);
                return (0, 1);
            case '{':
                break;
            default:
                return null;
        }

        var close = _pattern.IndexOf('}', _at);
        var bounds = close < 0 ? [] : _pattern[(_at + 1)..close].Split(',');
        if (close < 0
            || !int.TryParse(bounds[0].Length == 0 ? "0" : bounds[0], NumberStyles.None, CultureInfo.InvariantCulture, out var low)
            || low > PatternPart.Longest)
        {
            _unknown = true;
            return null;
        }

        Past(close + 1 - _at);
        var high = bounds.Length == 1
            ? low
            : int.TryParse(bounds[1], NumberStyles.None, CultureInfo.InvariantCulture, out var given)
            ? Math.Min(given, PatternPart.Longest)
            : PatternPart.Longest;
        return (low, Math.Max(low, high));
    }

    /// <summary>Steps past a repetition and the mark that makes it lazy or possessive.</summary>
    private void Past(int characters)
    {
        _at += characters;
        if (_at < _pattern.Length && _pattern[_at] is '?' or '+')
        {
            _at++;
        }
    }
}
