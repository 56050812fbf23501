using System.Numerics;

namespace AgentScaler.Environments.Programs.Runtime;

/// <summary>
/// Series over integers that count 2^-256. Only whole numbers are used, and every quotient is rounded down, so that both executions give the same digits
/// on any processor. <c>functions.py</c> has the same series.
/// </summary>
internal static class FixedPoint
{
    public const int Places = 256;

    public static readonly BigInteger One = BigInteger.One << Places;
    public static readonly BigInteger Ln2 = 2 * Artanh(One / 3);
    public static readonly BigInteger Pi = 4 * ((4 * SmallArctan(One / 5)) - SmallArctan(One / 239));

    /// <summary>The fixed-point form of a decimal.</summary>
    public static BigInteger From(ExactDecimal number)
    {
        var (over, under) = Ratio(number);
        return Floor(over << Places, under);
    }

    /// <summary>The quotient of two decimals that are not negative.</summary>
    public static BigInteger Quotient(ExactDecimal a, ExactDecimal b)
    {
        var ((over, under), (divisorOver, divisorUnder)) = (Ratio(a), Ratio(b));
        return Floor((over * divisorUnder) << Places, under * divisorOver);
    }

    /// <summary>The product of a fixed-point number and a decimal.</summary>
    public static BigInteger Times(BigInteger factor, ExactDecimal number)
    {
        var (over, under) = Ratio(number);
        return Floor(factor * over, under);
    }

    public static ExactDecimal ToDecimal(BigInteger value, int exponent = 0)
    {
        var shift = exponent - Places;
        return shift >= 0 ? new ExactDecimal(value << shift, 0) : new ExactDecimal(value, 0) / new ExactDecimal(BigInteger.One << -shift, 0);
    }

    /// <summary>The natural logarithm of a number above 0.</summary>
    public static BigInteger Ln(ExactDecimal number)
    {
        var (over, under) = Ratio(number);
        var exponent = (int)(over.GetBitLength() - under.GetBitLength());
        var shift = Places - exponent;
        var mantissa = shift >= 0 ? Floor(over << shift, under) : Floor(over, under << -shift);
        return (2 * Artanh(Floor((mantissa - One) << Places, mantissa + One))) + (exponent * Ln2);
    }

    /// <summary>e to a power, as a mantissa of fixed point and an exponent of 2.</summary>
    public static (BigInteger Mantissa, int Exponent) Exp(BigInteger power)
    {
        var exponent = Floor(power + (Ln2 >> 1), Ln2);
        var rest = power - (exponent * Ln2);
        var (sum, term) = (One, One);
        for (var n = 1; !IsSpent(term); n++)
        {
            term = Floor((term * rest) >> Places, n);
            sum += term;
        }

        return (sum, (int)exponent);
    }

    public static BigInteger Sin(BigInteger angle) => OfCircle(angle, 0);

    public static BigInteger Cos(BigInteger angle) => OfCircle(angle, 1);

    /// <summary>The arctangent of a number from 0 to 1. Twice half the angle leaves a series that ends soon.</summary>
    public static BigInteger Arctan(BigInteger tangent)
    {
        for (var i = 0; i < 2; i++)
        {
            var root = ExactDecimal.IntegerRoot((One << Places) + (tangent * tangent), 2);
            tangent = Floor(tangent << Places, One + root);
        }

        return 4 * SmallArctan(tangent);
    }

    /// <summary>The quotient by a positive number, rounded down.</summary>
    public static BigInteger Floor(BigInteger over, BigInteger under)
    {
        var quotient = BigInteger.DivRem(over, under, out var remainder);
        return remainder.Sign < 0 ? quotient - 1 : quotient;
    }

    private static (BigInteger Over, BigInteger Under) Ratio(ExactDecimal number) => number.Exponent >= 0
        ? (number.Coefficient * BigInteger.Pow(10, number.Exponent), BigInteger.One)
        : (number.Coefficient, BigInteger.Pow(10, -number.Exponent));

    /// <summary>The sine of an angle and of quarter turns that are added to it.</summary>
    private static BigInteger OfCircle(BigInteger angle, int quarters)
    {
        var turns = Floor(angle + (Pi >> 2), Pi >> 1);
        var rest = angle - (turns * (Pi >> 1));
        var quarter = (int)((turns + quarters) & 3);
        var value = Alternating((quarter & 1) == 0 ? rest : One, rest, (quarter & 1) == 0 ? 2 : 1);
        return quarter >= 2 ? -value : value;
    }

    /// <summary>The series of sine (from the angle, n = 2) and cosine (from 1, n = 1).</summary>
    private static BigInteger Alternating(BigInteger term, BigInteger angle, int n)
    {
        var square = (angle * angle) >> Places;
        var sum = term;
        for (; !IsSpent(term); n += 2)
        {
            term = -Floor((term * square) >> Places, n * (n + 1));
            sum += term;
        }

        return sum;
    }

    private static BigInteger Artanh(BigInteger x) => OddPowers(x, (x * x) >> Places);

    private static BigInteger SmallArctan(BigInteger x) => OddPowers(x, -((x * x) >> Places));

    /// <summary>x + x f / 3 + x f^2 / 5 + ...</summary>
    private static BigInteger OddPowers(BigInteger x, BigInteger factor)
    {
        var (sum, term) = (x, x);
        for (var n = 3; !IsSpent(term); n += 2)
        {
            term = (term * factor) >> Places;
            sum += Floor(term, n);
        }

        return sum;
    }

    /// <summary>Whether a term adds nothing more. Rounded down, a small negative one stays at -1.</summary>
    private static bool IsSpent(BigInteger term) => term.Sign == 0 || term.IsOne || term == BigInteger.MinusOne;
}
