using System.Text;

namespace AgentScaler.Materialization.States;

/// <summary>
/// Makes a text that matches a regular expression of the everyday kind: literals, classes, groups, alternatives and
/// repetitions. Gives null for what it does not know (look-around, back references, Unicode categories).
/// </summary>
internal sealed class PatternSampler
{
    private const int MaxLength = 512;
    private const int MaxPattern = 600;
    private const int MaxTries = 16;
    private readonly string _pattern;
    private readonly DeterministicRandom _random;
    private readonly int _spread;
    private readonly StringBuilder _text = new();
    private int _at;
    private bool _unknown;

    private PatternSampler(string pattern, DeterministicRandom random, int spread)
    {
        _pattern = pattern;
        _random = random;
        _spread = spread;
    }

    /// <summary>A matching text of a length between both bounds, or null.</summary>
    public static string? Sample(string pattern, DeterministicRandom random, int minimum = 0, int maximum = int.MaxValue)
    {
        if (pattern.Length > MaxPattern)
        {
            return null;
        }

        // Repetitions grow or shrink until the length fits.
        for (var attempt = 0; attempt < MaxTries; attempt++)
        {
            var spread = attempt < 4 ? minimum + 6 : attempt < 8 ? 2 : attempt < 12 ? 0 : (minimum * 2) + 12;
            var sampler = new PatternSampler(pattern, random, spread);
            sampler.Alternatives(emit: true, depth: 0);
            if (sampler._unknown || sampler._at < pattern.Length)
            {
                return null;
            }

            if (sampler._text.Length >= minimum && sampler._text.Length <= Math.Min(maximum, MaxLength))
            {
                return sampler._text.ToString();
            }
        }

        return null;
    }

    private void Alternatives(bool emit, int depth)
    {
        // The first alternative is taken; the others are read past.
        Sequence(emit, depth);
        while (!_unknown && _at < _pattern.Length && _pattern[_at] == '|')
        {
            _at++;
            Sequence(false, depth);
        }
    }

    private void Sequence(bool emit, int depth)
    {
        if (depth > 12)
        {
            _unknown = true;
        }

        while (!_unknown && _at < _pattern.Length && _pattern[_at] is not '|' and not ')')
        {
            if (_pattern[_at] is '^' or '$')
            {
                _at++;
                continue;
            }

            var start = _at;
            var mark = _text.Length;
            Atom(emit, depth);
            var end = _at;
            var (low, high) = Repetition();
            if (!emit)
            {
                continue;
            }

            var after = _at;
            var wanted = low + _random.Below(Math.Min(high, low + _spread) - low + 1);
            if (wanted == 0 && _text.Length > mark)
            {
                _text.Length = mark;
            }

            for (var i = 1; i < wanted && _text.Length <= MaxLength && !_unknown; i++)
            {
                _at = start;
                Atom(true, depth);
            }

            _at = after;
            _unknown |= end < start;
        }
    }

    private void Atom(bool emit, int depth)
    {
        switch (_pattern[_at])
        {
            case '(':
                _at++;
                if (_at < _pattern.Length && _pattern[_at] == '?')
                {
                    if (_at + 1 >= _pattern.Length || _pattern[_at + 1] != ':')
                    {
                        _unknown = true;
                        return;
                    }

                    _at += 2;
                }

                Alternatives(emit, depth + 1);
                if (_at >= _pattern.Length || _pattern[_at] != ')')
                {
                    _unknown = true;
                    return;
                }

                _at++;
                break;
            case '[':
                Emit(emit, Class());
                break;
            case '\\':
                Emit(emit, Escape());
                break;
            case '.':
                _at++;
                Emit(emit, "abcdefghijklmnopqrstuvwxyz");
                break;
            case '*' or '+' or '?' or '{':
                _unknown = true;
                break;
            default:
                Emit(emit, _pattern[_at++].ToString());
                break;
        }
    }

    private void Emit(bool emit, string choices)
    {
        if (choices.Length == 0)
        {
            _unknown = true;
        }
        else if (emit)
        {
            _text.Append(choices[_random.Below(choices.Length)]);
        }
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
        return c switch
        {
            'd' => "0123456789",
            'w' => "abcdefghijklmnopqrstuvwxyz0123456789",
            's' => " ",
            'S' or 'D' or 'W' when c != 'W' => "abcdefghijklmnopqrstuvwxyz",
            'W' => "-",
            _ when char.IsLetterOrDigit(c) => "",
            _ => c.ToString(),
        };
    }

    private string Class()
    {
        _at++;
        var negated = _at < _pattern.Length && _pattern[_at] == '^';
        if (negated)
        {
            _at++;
        }

        var set = new StringBuilder();
        while (_at < _pattern.Length && (_pattern[_at] != ']' || set.Length == 0) && !_unknown)
        {
            var low = _pattern[_at] == '\\' ? Escape() : _pattern[_at++].ToString();
            if (low.Length == 1 && _at + 1 < _pattern.Length && _pattern[_at] == '-' && _pattern[_at + 1] != ']')
            {
                _at++;
                var high = _pattern[_at] == '\\' ? Escape() : _pattern[_at++].ToString();
                if (high.Length != 1 || high[0] < low[0])
                {
                    _unknown = true;
                    return "";
                }

                for (var c = (int)low[0]; c <= high[0] && c < 127; c++)
                {
                    set.Append((char)c);
                }
            }
            else
            {
                set.Append(low);
            }
        }

        if (_at >= _pattern.Length)
        {
            _unknown = true;
            return "";
        }

        _at++;
        var members = set.ToString();
        if (negated)
        {
            return new string([.. "abcdefghijklmnopqrstuvwxyz0123456789".Where(c => !members.Contains(c, StringComparison.Ordinal))]);
        }

        var tidy = new string([.. members.Where(char.IsAsciiLetterOrDigit)]);
        return tidy.Length > 0 ? tidy : new string([.. members.Where(c => c is >= ' ' and < (char)127)]);
    }

    private (int Low, int High) Repetition()
    {
        if (_at >= _pattern.Length)
        {
            return (1, 1);
        }

        (int, int)? found = _pattern[_at] switch { '*' => (1, MaxLength), '+' => (1, MaxLength), '?' => (1, 1), _ => null };
        if (found is { } simple)
        {
            _at++;
            SkipLazy();
            return simple;
        }

        if (_pattern[_at] != '{')
        {
            return (1, 1);
        }

        var close = _pattern.IndexOf('}', _at);
        if (close < 0)
        {
            _unknown = true;
            return (1, 1);
        }

        var bounds = _pattern[(_at + 1)..close].Split(',');
        _at = close + 1;
        SkipLazy();
        if (!int.TryParse(bounds[0], out var low) || low > MaxLength)
        {
            _unknown = true;
            return (1, 1);
        }

        var high = bounds.Length == 1 ? low : int.TryParse(bounds[1], out var given) ? given : low + MaxLength;
        return low == 0 && high > 0 ? (1, Math.Max(1, high)) : (low, Math.Max(low, high));
    }

    private void SkipLazy()
    {
        if (_at < _pattern.Length && _pattern[_at] is '?' or '+')
        {
            _at++;
        }
    }
}
