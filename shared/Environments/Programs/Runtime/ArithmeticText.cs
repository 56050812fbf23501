using System.Globalization;
using System.Numerics;
using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.Programs.Runtime;

/// <summary>
/// Computes an arithmetic text: numbers, <c>+ - * /</c>, powers (<c>^</c> or <c>**</c>, from the right, before a sign), parentheses. Every operation is
/// exact to 28 digits, and the result is the nearest double.
/// </summary>
internal ref struct ArithmeticText
{
    private const int LongestText = 1000;
    private const int StepsOfCharacter = 16;
    private const int GreatestDepth = 50;
    private const int GreatestExponent = 100;

    /// <summary>The powers of ten between which an intermediate result stays; below them it is 0.</summary>
    private const int Least = -400;
    private const int Greatest = 400;

    private readonly string _text;
    private int _at;
    private int _depth;

    private ArithmeticText(string text) => _text = text;

    /// <summary>The value of a text; null if it is no arithmetic expression, divides by zero or leaves the range of numbers.</summary>
    public static Value Evaluate(string text, StepMeter meter)
    {
        meter.Read(text);
        var length = CodePoints.Count(text);
        if (length > LongestText)
        {
            return Value.Null;
        }

        meter.Charge((long)StepsOfCharacter * length);
        var reading = new ArithmeticText(text);
        if (reading.Sum() is not { } value || reading.Next() != '\0')
        {
            return Value.Null;
        }

        var number = value.ToDouble();
        return double.IsFinite(number) ? number : Value.Null;
    }

    private ExactDecimal? Sum()
    {
        var sum = Product();
        while (sum is { } left && Next() is '+' or '-')
        {
            var minus = _text[_at++] == '-';
            sum = Product() is { } right ? Kept(left + (minus ? -right : right)) : null;
        }

        return sum;
    }

    private ExactDecimal? Product()
    {
        var product = Signed();
        while (product is { } left && Next() is '*' or '/')
        {
            var divides = _text[_at++] == '/';
            product = Signed() is not { } right ? null
                : !divides ? Kept(left * right)
                : right.Coefficient.IsZero ? null : Kept(left / right);
        }

        return product;
    }

    private ExactDecimal? Signed()
    {
        if (Next() is not ('+' or '-'))
        {
            return Power();
        }

        var minus = _text[_at++] == '-';
        var value = Nested();
        return minus && value is { } number ? -number : value;
    }

    private ExactDecimal? Nested()
    {
        if (++_depth > GreatestDepth)
        {
            return null;
        }

        var value = Signed();
        _depth--;
        return value;
    }

    private ExactDecimal? Power()
    {
        if (Atom() is not { } number)
        {
            return null;
        }

        if (!Takes("^") && !Takes("**"))
        {
            return number;
        }

        return Nested() is { } exponent && Whole(exponent) is { } times ? Raised(number, times) : null;
    }

    private ExactDecimal? Atom()
    {
        if (Next() == '(')
        {
            _at++;
            if (++_depth > GreatestDepth)
            {
                return null;
            }

            var inner = Sum();
            _depth--;
            return inner is not null && Next() == ')' ? Past(inner) : null;
        }

        return Number();
    }

    private ExactDecimal? Past(ExactDecimal? value)
    {
        _at++;
        return value;
    }

    /// <summary>Digits with at most one point among or before them.</summary>
    private ExactDecimal? Number()
    {
        var (start, point) = (_at, -1);
        while (_at < _text.Length && (char.IsAsciiDigit(_text[_at]) || (_text[_at] == '.' && point < 0)))
        {
            point = _text[_at] == '.' ? _at : point;
            _at++;
        }

        var digits = _text[start.._at];
        var decimals = point < 0 ? 0 : _at - point - 1;
        return digits.Length == 0 || digits[^1] == '.'
            ? null
            : Kept(new ExactDecimal(BigInteger.Parse(digits.Replace(".", "", StringComparison.Ordinal), CultureInfo.InvariantCulture), -decimals));
    }

    private static ExactDecimal? Raised(ExactDecimal number, int times)
    {
        if (number.Coefficient.IsZero)
        {
            return times < 0 ? null : new ExactDecimal(times == 0 ? 1 : 0, 0);
        }

        var power = number.Power(Math.Abs(times));
        return Kept(times < 0 ? new ExactDecimal(1, 0) / power : power);
    }

    private static int? Whole(ExactDecimal exponent)
    {
        var number = exponent.ToDouble();
        return Arithmetic.IsWhole(number) && Math.Abs(number) <= GreatestExponent ? (int)number : null;
    }

    private static ExactDecimal? Kept(ExactDecimal value)
    {
        var rounded = value.Rounded();
        return rounded.Coefficient.IsZero || rounded.Magnitude < Least ? new ExactDecimal(0, 0)
            : rounded.Magnitude > Greatest ? null : rounded;
    }

    private bool Takes(string mark)
    {
        Next();
        if (!_text.AsSpan(_at).StartsWith(mark, StringComparison.Ordinal))
        {
            return false;
        }

        _at += mark.Length;
        return true;
    }

    /// <summary>The next character that is no white space; zero at the end.</summary>
    private char Next()
    {
        while (_at < _text.Length && _text[_at] is ' ' or '\t' or '\n' or '\r')
        {
            _at++;
        }

        return _at == _text.Length ? '\0' : _text[_at];
    }
}
