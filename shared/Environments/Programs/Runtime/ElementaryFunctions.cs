using System.Numerics;
using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.Programs.Runtime;

/// <summary>
/// Powers, roots, logarithms and angles. A result is rounded half even to 28 digits and then to the nearest double, as in <see cref="Arithmetic"/>.
/// </summary>
internal static class ElementaryFunctions
{
    /// <summary>The steps of one function. A series takes the time of some hundred other operators.</summary>
    public const int Steps = 500;

    private const int GreatestDegree = 20;
    private const double GreatestAngle = 1e9;

    /// <summary>Beyond e to this power there is no double, and below e to minus this power there is only 0.</summary>
    private const int GreatestPower = 800;

    /// <summary>A power whose exponent is not a small whole number.</summary>
    public static double Power(double a, double exponent, StepMeter meter)
    {
        meter.Charge(Steps);
        if (a == 0)
        {
            if (exponent < 0)
            {
                Arithmetic.NotZero(a);
            }

            return 0;
        }

        if (a < 0 && !Arithmetic.IsWhole(exponent))
        {
            throw ProgramFailure.Invalid("pow takes a whole exponent for a negative number");
        }

        var size = RaisedTo(ExactDecimal.From(Math.Abs(a)), ExactDecimal.From(exponent));
        var negative = a < 0 && Arithmetic.Modulo(exponent, 2) == 1;
        return Arithmetic.Finite((negative ? -size : size).ToDouble());
    }

    /// <summary>A root of a whole degree; of a negative number for odd degrees only.</summary>
    public static Value Root(double a, double degree, StepMeter meter)
    {
        meter.Charge(Steps);
        if (!Arithmetic.IsWhole(degree) || degree < 1 || degree > GreatestDegree)
        {
            throw ProgramFailure.Invalid($"root takes a whole degree from 1 to {GreatestDegree}");
        }

        if (a < 0 && degree % 2 == 0)
        {
            throw ProgramFailure.Invalid("root takes no negative number for an even degree");
        }

        var root = ExactDecimal.From(Math.Abs(a)).Root((int)degree);
        return Arithmetic.Finite((a < 0 ? -root : root).ToDouble());
    }

    /// <summary>The natural logarithm, or that of a base.</summary>
    public static Value Log(double a, double? logBase, StepMeter meter)
    {
        meter.Charge(Steps);
        if (a <= 0 || logBase <= 0)
        {
            throw ProgramFailure.Invalid("log takes numbers above 0");
        }

        var power = FixedPoint.Ln(ExactDecimal.From(a));
        if (logBase is not { } given)
        {
            return Arithmetic.Finite(FixedPoint.ToDecimal(power).ToDouble());
        }

        var unit = FixedPoint.Ln(ExactDecimal.From(given));
        return unit.IsZero
            ? throw ProgramFailure.Invalid("log takes no base 1")
            : Arithmetic.Finite((new ExactDecimal(power, 0) / new ExactDecimal(unit, 0)).ToDouble());
    }

    public static Value Exp(double power, StepMeter meter)
    {
        meter.Charge(Steps);
        return Arithmetic.Finite(RaisedTo(ExactDecimal.From(power)).ToDouble());
    }

    public static Value Sin(double angle, StepMeter meter) => OfAngle("sin", angle, FixedPoint.Sin, meter);

    public static Value Cos(double angle, StepMeter meter) => OfAngle("cos", angle, FixedPoint.Cos, meter);

    /// <summary>The angle of the point (x, y), from -pi to pi; 0 for the origin.</summary>
    public static Value Atan2(double y, double x, StepMeter meter)
    {
        meter.Charge(Steps);
        var (rise, run) = (ExactDecimal.From(Math.Abs(y)), ExactDecimal.From(Math.Abs(x)));
        if (rise.Coefficient.IsZero && run.Coefficient.IsZero)
        {
            return 0;
        }

        var angle = Math.Abs(y) > Math.Abs(x)
            ? (FixedPoint.Pi >> 1) - FixedPoint.Arctan(FixedPoint.Quotient(run, rise))
            : FixedPoint.Arctan(FixedPoint.Quotient(rise, run));
        angle = x < 0 ? FixedPoint.Pi - angle : angle;
        return FixedPoint.ToDecimal(y < 0 ? -angle : angle).ToDouble();
    }

    private static Value OfAngle(string name, double angle, Func<BigInteger, BigInteger> function, StepMeter meter)
    {
        meter.Charge(Steps);
        return Math.Abs(angle) <= GreatestAngle
            ? FixedPoint.ToDecimal(function(FixedPoint.From(ExactDecimal.From(angle)))).ToDouble()
            : throw ProgramFailure.Invalid($"{name} takes an angle of at most 10^9 radians");
    }

    private static ExactDecimal RaisedTo(ExactDecimal a, ExactDecimal exponent) => OfProduct(FixedPoint.Ln(a), exponent);

    private static ExactDecimal RaisedTo(ExactDecimal power) => OfProduct(FixedPoint.One, power);

    /// <summary>e to the product of a fixed-point number and a decimal.</summary>
    private static ExactDecimal OfProduct(BigInteger factor, ExactDecimal power)
    {
        var product = FixedPoint.Times(factor, power);
        if (BigInteger.Abs(product) > GreatestPower * FixedPoint.One)
        {
            return product.Sign < 0 ? default : throw ProgramFailure.Invalid("the result is out of range");
        }

        var (mantissa, exponent) = FixedPoint.Exp(product);
        return FixedPoint.ToDecimal(mantissa, exponent);
    }
}
