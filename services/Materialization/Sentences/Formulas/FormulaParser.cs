namespace AgentScaler.Materialization.Sentences.Formulas;

/// <summary>
/// Reads a formula off tokens: sums of products of numbers, shares and phrases, "half of", "less 10 %", "rounded down", "for each day after",
/// "from 7 days up". It goes as far as it can; what is left says nothing of the value.
/// </summary>
internal sealed class FormulaParser(IReadOnlyList<string> tokens, int at)
{
    private const int LongestPhrase = 6;

    private static readonly HashSet<string> Ends = new(StringComparer.Ordinal)
    {
        "when", "if", "where", "unless", "for", "from", "and", "or", "but", "which", "that", "else", "otherwise", "rounded", "is", "are", "up", "by", "with", "as", "then",
        "must", "may", "can", "cannot", "will", "at", "until", "after", "before", "over", "counted", "because", "so", "to",
    };

    private static readonly HashSet<string> Units = new(StringComparer.Ordinal) { "minute", "hour", "day", "week", "month", "year" };

    private int _at = at;

    /// <summary>Where the formula ended.</summary>
    public int At => _at;

    private string Next => _at < tokens.Count ? tokens[_at] : "";

    public Working? Read()
    {
        var value = Sum();
        while (value is not null && Tail(value) is { } more)
        {
            value = more;
        }

        return value;
    }

    /// <summary>The unit of time that a word is, in the plural; empty where it is none.</summary>
    public static string UnitOf(string word) => Units.Contains(word) ? word + "s" : Units.Contains(word.TrimEnd('s')) && word.EndsWith('s') ? word : "";

    private Working? Sum()
    {
        var left = Product();
        while (left is not null)
        {
            var start = _at;
            Skip(",");
            var sign = Next switch { "+" or "plus" => '+', "-" or "minus" or "less" => '-', _ => ' ' };
            if (sign == ' ')
            {
                _at = start;
                return left;
            }

            _at++;
            if (Share() is { } share)
            {
                var rounded = Rounding();
                var factor = new Both(left, '*', new Amount(sign == '+' ? 1 + share : 1 - share));
                left = Bounded(rounded is { } direction ? new Whole(factor, direction) : factor, left);
                continue;
            }

            var right = Product();
            if (right is null)
            {
                _at = start;
                return left;
            }

            left = new Both(left, sign, right);
        }

        return left;
    }

    private Working? Product()
    {
        var left = Factor();
        while (left is not null)
        {
            var start = _at;
            if (Skip("*") || Skip("times") || Skip("multiplied", "by"))
            {
                if (Factor() is { } right)
                {
                    left = new Both(left, '*', right);
                    continue;
                }
            }
            else if (Skip("for", "each", "day", "after") || Skip("for", "every", "day", "after") || Skip("per", "day", "after") || Skip("a", "day", "after")
                || Skip("for", "each", "day", "past") || Skip("for", "each", "calendar", "day", "after"))
            {
                if (Phrase() is { } since)
                {
                    left = new Both(left, '*', new DaysLate(since));
                    continue;
                }
            }

            _at = start;
            return left;
        }

        return left;
    }

    private Working? Factor()
    {
        Articles();
        if (Skip("("))
        {
            var inner = Sum();
            return Skip(")") ? inner : null;
        }

        if (Skip("half"))
        {
            return Part(0.5m);
        }

        if (Skip("twice") || Skip("double"))
        {
            return Part(2);
        }

        var start = _at;
        if (Share() is { } share && Skip("of"))
        {
            return Part(share);
        }

        _at = start;
        if (Next.Length > 0 && FormulaTokens.IsNumber(Next))
        {
            var number = FormulaTokens.Number(tokens[_at++]);
            var unit = UnitOf(Next == "calendar" ? tokens.ElementAtOrDefault(_at + 1) ?? "" : Next);
            _at += unit.Length == 0 ? 0 : Next == "calendar" ? 2 : 1;
            return new Amount(number, unit);
        }

        return Phrase();
    }

    private Both? Part(decimal share)
    {
        Skip("of");
        return Factor() is { } whole ? new Both(new Amount(share), '*', whole) : null;
    }

    private decimal? Share()
    {
        if (Next.Length == 0 || !FormulaTokens.IsNumber(Next) || tokens.ElementAtOrDefault(_at + 1) != "%")
        {
            return null;
        }

        _at += 2;
        return FormulaTokens.Number(tokens[_at - 2]) / 100;
    }

    private Working? Phrase()
    {
        Articles();
        var words = new List<string>();
        while (words.Count < LongestPhrase && Next.Length > 0 && char.IsLetter(Next[0]) && !Ends.Contains(Next) && Next is not ("times" or "plus" or "minus" or "less" or "multiplied"
            or "per"))
        {
            words.Add(tokens[_at++]);
        }

        return words.Count == 0 ? null
            : words is ["today"] or ["now"] or ["current", "date"] or ["current", "time"] ? new Present()
            : new Named(string.Join(' ', words), UnitOf(words[^1]));
    }

    /// <summary>What stands behind a whole formula: how it is rounded, from which number on it holds.</summary>
    private Working? Tail(Working value)
    {
        var start = _at;
        if (Rounding() is { } direction)
        {
            return new Whole(value, direction);
        }

        _at = start;
        return null;
    }

    /// <summary>"(rounded down to the penny)", ", rounded up".</summary>
    private int? Rounding()
    {
        var start = _at;
        while (Next is "," or "(")
        {
            _at++;
        }

        if (!Skip("rounded"))
        {
            _at = start;
            return null;
        }

        int? direction = Skip("down") ? -1 : Skip("half", "up") || Skip("to", "the", "nearest") ? 0 : Skip("up") ? 1 : null;
        while (direction is not null && (Next is "to" or "the" or "a" or "full" or "whole" or ")" || (_at > 0 && tokens[_at - 1] is "the" or "a" or "full" or "whole" or "nearest")))
        {
            _at++;
            if (tokens[_at - 1] == ")")
            {
                break;
            }
        }

        return direction;
    }

    /// <summary>"from 7 days up", "for 7 or more days", "from 7 days on": below the bound the value is the plain one.</summary>
    private Working Bounded(Working value, Working otherwise)
    {
        var start = _at;
        Skip(",");
        if (Next is "from" or "for" or "when" or "if" && tokens.ElementAtOrDefault(_at + 1) is { } number && FormulaTokens.IsNumber(number))
        {
            _at += 2;
            var more = Skip("or", "more");
            var counted = Next is "or" or "" ? null : tokens[_at++];
            if (counted is not null && (more || Skip("up") || Skip("on") || Skip("upwards") || Skip("onwards") || Skip("or", "more") || Skip("and", "up") || Skip("and", "more")))
            {
                return new AtLeast(new Named(counted), FormulaTokens.Number(number), value, otherwise);
            }
        }

        _at = start;
        return value;
    }

    private void Articles()
    {
        while (Next is "the" or "a" or "an" or "its" or "their")
        {
            _at++;
        }
    }

    private bool Skip(params ReadOnlySpan<string> words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (tokens.ElementAtOrDefault(_at + i) != words[i])
            {
                return false;
            }
        }

        _at += words.Length;
        return true;
    }
}
