using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.Programs.Runtime;

/// <summary>
/// Decimal arithmetic on doubles. Operands are read as their shortest texts, and results are rounded half even to 28 digits and then to the nearest
/// double. Integers and numbers of hundredths, which most calls use, take a shorter path that gives the same answer without big integers.
/// </summary>
internal static class Arithmetic
{
    /// <summary>The bound below which a double holds hundredths exactly enough for the shorter path.</summary>
    private const double Safe = 1e15;
    private const double Exact = 9007199254740992;

    public static double Add(double a, double b)
    {
        var sum = a + b;
        if (IsWhole(a) && IsWhole(b) && Math.Abs(sum) <= Exact)
        {
            return sum;
        }

        return Hundredths(a, out var x) && Hundredths(b, out var y)
            ? (x + y) / 100
            : Finite((ExactDecimal.From(a) + ExactDecimal.From(b)).ToDouble());
    }

    public static double Subtract(double a, double b) => Add(a, -b);

    public static double Multiply(double a, double b)
    {
        var product = a * b;
        if (IsWhole(a) && IsWhole(b) && Math.Abs(product) <= Exact)
        {
            return product;
        }

        return Hundredths(a, out var x) && Hundredths(b, out var y) && Math.Abs(x * y) <= Exact
            ? x * y / 10000
            : Finite((ExactDecimal.From(a) * ExactDecimal.From(b)).ToDouble());
    }

    public static double Divide(double a, double b)
    {
        NotZero(b);

        // Below 2^26 the quotient cannot be so near to the middle between two doubles that 28 digits would hide its side.
        return IsWhole(a) && IsWhole(b) && Math.Abs(a) < Exact && Math.Abs(b) < (1 << 26)
            ? a / b
            : Finite((ExactDecimal.From(a) / ExactDecimal.From(b)).ToDouble());
    }

    public static double Modulo(double a, double b)
    {
        NotZero(b);
        if (IsWhole(a) && IsWhole(b) && Math.Abs(a) <= Exact && Math.Abs(b) <= Exact)
        {
            var remainder = a % b;
            return remainder != 0 && remainder < 0 != b < 0 ? remainder + b : remainder;
        }

        return Finite((ExactDecimal.From(a) % ExactDecimal.From(b)).ToDouble());
    }

    public static double Round(double a, int digits) =>
        (IsWhole(a) && digits >= 0) || (digits >= 2 && Hundredths(a, out _)) ? a : Finite(ExactDecimal.From(a).Round(digits).ToDouble());

    public static double Power(double a, double exponent, StepMeter meter)
    {
        if (!IsWhole(exponent) || Math.Abs(exponent) > 100)
        {
            return ElementaryFunctions.Power(a, exponent, meter);
        }

        var power = ExactDecimal.From(a).Power((int)Math.Abs(exponent));
        if (exponent < 0)
        {
            NotZero(a);
            power = new ExactDecimal(1, 0) / power;
        }

        return Finite(power.ToDouble());
    }

    public static double SquareRoot(double a) => a < 0
        ? throw ProgramFailure.Invalid("sqrt takes no negative number")
        : Finite(ExactDecimal.From(a).SquareRoot().ToDouble());

    /// <summary>Reads an operand as a whole number, for example a count of days.</summary>
    public static double Whole(string op, Value value)
    {
        var number = value.IsNumber ? value.AsNumber : throw ProgramFailure.Operand(op, "a whole number", value);
        return IsWhole(number) ? number : throw ProgramFailure.Invalid($"{op} takes a whole number");
    }

    public static bool IsWhole(double number) => Math.Floor(number) == number;

    public static double Finite(double number) =>
        double.IsFinite(number) ? number : throw ProgramFailure.Invalid("the result is out of range");

    public static void NotZero(double divisor)
    {
        if (divisor == 0)
        {
            throw ProgramFailure.Invalid("division by zero");
        }
    }

    /// <summary>A double whose shortest text has at most two decimals is its hundredths divided by 100, exactly rounded.</summary>
    private static bool Hundredths(double number, out double hundredths)
    {
        hundredths = Math.Round(number * 100);
        return Math.Abs(hundredths) < Safe && hundredths / 100 == number;
    }
}
