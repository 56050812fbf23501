using AgentScaler.Environments.Values;

namespace AgentScaler.Effects;

/// <summary>Arithmetic of rules: exact decimals, null where an operand is no number.</summary>
internal static class Numbers
{
    private const double Largest = 1e14;

    public static Value Sum(Value left, Value right) => Of(left, right, (a, b) => a + b, (a, b) => a + b);

    public static Value Difference(Value left, Value right) => Of(left, right, (a, b) => a - b, (a, b) => a - b);

    public static Value Product(Value left, Value right) => Of(left, right, (a, b) => a * b, (a, b) => a * b);

    /// <summary>How two values are ordered: numbers, or texts by their characters. Null where they cannot be compared.</summary>
    public static int? Order(Value left, Value right) =>
        left.IsNumber && right.IsNumber ? left.AsNumber.CompareTo(right.AsNumber)
        : left.IsString && right.IsString ? string.CompareOrdinal(left.AsString, right.AsString)
        : null;

    private static Value Of(Value left, Value right, Func<decimal, decimal, decimal> exact, Func<double, double, double> rough)
    {
        if (!left.IsNumber || !right.IsNumber)
        {
            return Value.Null;
        }

        var (a, b) = (left.AsNumber, right.AsNumber);
        return Math.Abs(a) < Largest && Math.Abs(b) < Largest ? (double)exact((decimal)a, (decimal)b) : rough(a, b);
    }
}
