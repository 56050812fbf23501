using AgentScaler.Environments.States;
using AgentScaler.Environments.Values;

namespace AgentScaler.Effects;

/// <summary>Arguments with which a formula has a value, for calls that must succeed.</summary>
internal static class ComputationSamples
{
    private static readonly string[] Expressions =
    [
        "12 * (3 + 4)", "2 ^ 10 - 24", "(19.99 * 3) / 4", "-5 + 7.5",
        "144 / 12", "0.1 + 0.2", "(8 - 3) * 2 ^ 3", "100 - 37",
    ];
    private static readonly string[] Dates = ["2024-02-28", "2025-11-03", "2023-12-31", "2026-07-15", "2025-01-01", "2024-06-30"];

    public static Value? Of(Computation computation, ToolParameter parameter, int variant, DatabaseState state)
    {
        var at = computation.Operands.ToList().IndexOf(parameter);
        if (at < 0 || parameter.Node.Enum is not null)
        {
            return null;
        }

        if (parameter == computation.FromUnit || parameter == computation.ToUnit)
        {
            // Both units are of one dimension, that of a unit that the name says where it says one.
            var named = Units.Called(computation.From ?? computation.To ?? "");
            var dimensions = computation.Choices.Where(u => named is null || u.Dimension == named.Dimension).ToLookup(u => u.Dimension);
            var units = dimensions.ElementAt(Math.Abs(variant) % dimensions.Count).ToList();
            return units[(Math.Abs(variant) + (parameter == computation.ToUnit ? 1 : 0)) % units.Count].Names[0];
        }

        if (computation.Rates is { } rates && at > 0)
        {
            var rows = state.Rows(rates.Table.Name);
            var column = at == 1 || rates.To is null ? rates.From : rates.To;
            return rows.Count == 0 ? default(Value?) : rows[(Math.Abs(variant) + (rates.To is null ? at : 0)) % rows.Count][column.Name];
        }

        return computation.Formula switch
        {
            Formula.Expression => Expressions[Math.Abs(variant) % Expressions.Length],
            Formula.Logarithm or Formula.DecimalLogarithm or Formula.BinaryLogarithm => at == 0 ? 5 + (Math.Abs(variant) * 7) : 2 + (Math.Abs(variant) % 9),
            Formula.SquareRoot => 4 + (Math.Abs(variant) * 3),
            Formula.Power => 2 + ((Math.Abs(variant) + at) % 5),
            Formula.DaysBetween or Formula.Weekday or Formula.Age => Dates[(Math.Abs(variant) + (at * 2)) % Dates.Length],
            Formula.DaysLater or Formula.WeeksLater or Formula.MonthsLater or Formula.YearsLater => at == 0
                ? Dates[Math.Abs(variant) % Dates.Length]
                : 1 + (Math.Abs(variant) % 40),
            Formula.Distance => ((Math.Abs(variant) * 13) + (at * 17)) % 80,
            Formula.Mean or Formula.Median or Formula.StandardDeviation or Formula.SampleDeviation or Formula.Variance or Formula.SampleVariance
                or Formula.Least or Formula.Greatest or Formula.Spread or Formula.SumOfList =>
                Value.From(Enumerable.Range(0, 3 + (Math.Abs(variant) % 4)).Select(i => (Value)(((i * 37) + (Math.Abs(variant) * 11)) % 50))),
            _ => default(Value?),
        };
    }
}
