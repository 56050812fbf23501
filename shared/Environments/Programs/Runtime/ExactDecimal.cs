using System.Globalization;
using System.Numerics;

namespace AgentScaler.Environments.Programs.Runtime;

/// <summary>A decimal number of any size: coefficient times ten to the exponent.</summary>
internal readonly record struct ExactDecimal(BigInteger Coefficient, int Exponent)
{
    /// <summary>Significant digits of a result, as in Python's default decimal context.</summary>
    private const int Precision = 28;

    /// <summary>The decimal that a double's shortest text states.</summary>
    public static ExactDecimal From(double number)
    {
        var text = number.ToString("R", CultureInfo.InvariantCulture);
        var mark = text.IndexOf('E', StringComparison.Ordinal);
        var digits = mark < 0 ? text : text[..mark];
        var exponent = mark < 0 ? 0 : int.Parse(text.AsSpan(mark + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var point = digits.IndexOf('.', StringComparison.Ordinal);
        if (point >= 0)
        {
            exponent -= digits.Length - point - 1;
            digits = digits.Remove(point, 1);
        }

        return new ExactDecimal(BigInteger.Parse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture), exponent);
    }

    /// <summary>The nearest double of this number rounded half even to 28 digits; infinite if it is out of range.</summary>
    public double ToDouble()
    {
        var (coefficient, exponent) = Rounded();
        return double.Parse($"{coefficient}E{exponent}", NumberStyles.Float, CultureInfo.InvariantCulture);
    }

    public static ExactDecimal operator +(ExactDecimal a, ExactDecimal b)
    {
        var exponent = Math.Min(a.Exponent, b.Exponent);
        return new ExactDecimal(a.At(exponent) + b.At(exponent), exponent);
    }

    public static ExactDecimal operator -(ExactDecimal a) => new(-a.Coefficient, a.Exponent);

    public static ExactDecimal operator *(ExactDecimal a, ExactDecimal b) =>
        new(a.Coefficient * b.Coefficient, a.Exponent + b.Exponent);

    /// <summary>The quotient with enough digits for 28 rounded ones. A set last digit represents any remainder.</summary>
    public static ExactDecimal operator /(ExactDecimal a, ExactDecimal b)
    {
        var shift = Math.Max(0, Digits(b.Coefficient) - Digits(a.Coefficient) + Precision + 2);
        var (quotient, remainder) = BigInteger.DivRem(
            BigInteger.Abs(a.Coefficient) * BigInteger.Pow(10, shift), BigInteger.Abs(b.Coefficient));
        var sticky = (quotient * 10) + (remainder.IsZero ? 0 : 1);
        var negative = a.Coefficient.Sign * b.Coefficient.Sign < 0;
        return new ExactDecimal(negative ? -sticky : sticky, a.Exponent - b.Exponent - shift - 1);
    }

    /// <summary>The power of ten of the first digit.</summary>
    public int Magnitude => Exponent + Digits(Coefficient) - 1;

    /// <summary>a - b floor(a/b): has the sign of b.</summary>
    public static ExactDecimal operator %(ExactDecimal a, ExactDecimal b)
    {
        var exponent = Math.Min(a.Exponent, b.Exponent);
        var divisor = b.At(exponent);
        var remainder = BigInteger.Remainder(a.At(exponent), divisor);
        return new ExactDecimal(remainder.Sign * divisor.Sign < 0 ? remainder + divisor : remainder, exponent);
    }

    public ExactDecimal Power(int exponent) => new(BigInteger.Pow(Coefficient, exponent), Exponent * exponent);

    public ExactDecimal SquareRoot() => Root(2);

    /// <summary>The root of a degree with enough digits for 28 rounded ones, like the quotient.</summary>
    public ExactDecimal Root(int degree)
    {
        var shift = Math.Max(0, (degree * (Precision + 2)) - Digits(Coefficient));
        shift += (((Exponent - shift) % degree) + degree) % degree;
        var radicand = Coefficient * BigInteger.Pow(10, shift);
        var root = IntegerRoot(radicand, degree);
        var exact = BigInteger.Pow(root, degree) == radicand;
        return new ExactDecimal((root * 10) + (exact ? 0 : 1), ((Exponent - shift) / degree) - 1);
    }

    /// <summary>Rounded half even to a number of digits after the point; negative for tens, hundreds, ...</summary>
    public ExactDecimal Round(int digits) => -digits <= Exponent ? this : new ExactDecimal(Cut(Coefficient, -digits - Exponent), -digits);

    /// <summary>This number rounded half even to 28 significant digits.</summary>
    public ExactDecimal Rounded()
    {
        var excess = Digits(Coefficient) - Precision;
        return excess <= 0 ? this : new ExactDecimal(Cut(Coefficient, excess), Exponent + excess);
    }

    private BigInteger At(int exponent) => Coefficient * BigInteger.Pow(10, Exponent - exponent);

    /// <summary>Drops digits at the end, rounding half to even.</summary>
    private static BigInteger Cut(BigInteger coefficient, int digits)
    {
        var unit = BigInteger.Pow(10, digits);
        var (quotient, remainder) = BigInteger.DivRem(BigInteger.Abs(coefficient), unit);
        var half = (remainder * 2).CompareTo(unit);
        quotient += half > 0 || (half == 0 && !quotient.IsEven) ? 1 : 0;
        return coefficient.Sign < 0 ? -quotient : quotient;
    }

    private static int Digits(BigInteger coefficient)
    {
        var value = BigInteger.Abs(coefficient);
        if (value.IsZero)
        {
            return 1;
        }

        var estimate = (int)((value.GetBitLength() - 1) * 0.30102999566398119) + 1;
        return value >= BigInteger.Pow(10, estimate) ? estimate + 1 : estimate;
    }

    /// <summary>The root of a degree, rounded down.</summary>
    public static BigInteger IntegerRoot(BigInteger value, int degree)
    {
        if (value.IsZero)
        {
            return 0;
        }

        var root = BigInteger.One << (int)((value.GetBitLength() + degree - 1) / degree);
        while (true)
        {
            var next = (((degree - 1) * root) + (value / BigInteger.Pow(root, degree - 1))) / degree;
            if (next >= root)
            {
                return root;
            }

            root = next;
        }
    }
}
