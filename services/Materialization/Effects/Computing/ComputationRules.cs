using AgentScaler.Language;

namespace AgentScaler.Materialization.Effects.Computing;

/// <summary>What the arguments of a computation must be so that there is a value, in the words of the policy.</summary>
internal static class ComputationRules
{
    public static IReadOnlyList<string> Of(Computation computation) =>
    [
        .. computation.Operands.Where(p => !p.Required || p.Node.Nullable).Select(p => $"{Named(p)} to be given"),
        .. computation.Digits is { } places ? [$"{Named(places)} to be from 0 to 15, where it is given"] : Array.Empty<string>(),
        .. OfFormula(computation),
    ];

    private static IEnumerable<string> OfFormula(Computation computation)
    {
        var (first, last) = (computation.Operands[0], computation.Operands[^1]);
        return computation.Formula switch
        {
            Formula.Quotient or Formula.Remainder or Formula.Percentage => [$"{Named(last)} to be other than 0"],
            Formula.PercentChange => [$"{Named(first)} to be other than 0"],
            Formula.BodyMassIndex => [$"{Named(last)} to be more than 0"],
            Formula.SquareRoot => [$"{Named(first)} to be at least 0"],
            Formula.Logarithm or Formula.DecimalLogarithm or Formula.BinaryLogarithm => last == first
                ? [$"{Named(first)} to be more than 0"]
                : [$"{Named(first)} to be more than 0", $"{Named(last)} to be more than 0 and other than 1"],
            Formula.Power => [$"{Named(first)} to be other than 0 where {Named(last)} is less than 0"],
            Formula.SumOfList => [$"{Named(first)} to hold numbers"],
            Formula.Mean or Formula.Median or Formula.StandardDeviation or Formula.Variance or Formula.Least or Formula.Greatest or Formula.Spread =>
                [$"{Named(first)} to hold at least 1 number, and numbers alone"],
            Formula.SampleDeviation or Formula.SampleVariance => [$"{Named(first)} to hold at least 2 numbers, and numbers alone"],
            Formula.Expression => [$"{Named(first)} to be an arithmetic expression that has a value"],
            Formula.Conversion => OfUnits(computation),
            Formula.Exchange => [$"a rate from {Named(computation.Operands[1])} to {Named(last)}"],
            Formula.DaysBetween => [$"{Named(first)} and {Named(last)} to be dates YYYY-MM-DD"],
            Formula.Weekday or Formula.Age or Formula.DaysLater or Formula.WeeksLater or Formula.MonthsLater or Formula.YearsLater =>
                [$"{Named(first)} to be a date YYYY-MM-DD"],
            Formula.Distance => computation.Operands.Select((p, i) => $"{Named(p)} to be from {(i % 2 == 0 ? "-90 to 90" : "-360 to 360")}"),
            _ => [],
        };
    }

    private static IEnumerable<string> OfUnits(Computation computation) =>
        new[] { computation.FromUnit, computation.ToUnit }.OfType<ToolParameter>().Select(Named).ToList() is { Count: > 0 } units
            ? [$"{Listing.Of(units)} to name known units of one kind"]
            : [];

    private static string Named(ToolParameter parameter) => $"`{parameter.Name}`";
}
