using AgentScaler.Environments.Programs;
using AgentScaler.Environments.Values;
using AgentScaler.Materialization.Programs;
using static AgentScaler.Materialization.Programs.Ast;

namespace AgentScaler.Materialization.Effects.Computing;

/// <summary>Writes the expression of a formula, and the conditions under which it has a value.</summary>
internal static class FormulaExpressions
{
    private const double EarthRadius = 6371;

    /// <summary>Whether a formula gives a text and no number.</summary>
    public static bool IsText(Formula formula) => formula is Formula.UpperCase or Formula.LowerCase or Formula.Reversed or Formula.Weekday
        or Formula.DaysLater or Formula.WeeksLater or Formula.MonthsLater or Formula.YearsLater;

    public static Expression Of(Computation computation)
    {
        Expression[] operands = [.. computation.Operands.Select(ProgramScope.Value)];
        var value = computation.Formula switch
        {
            Formula.Conversion => UnitExpressions.Converted(computation),
            Formula.Exchange => ExchangeExpressions.Converted(computation),
            _ => Of(computation.Formula, operands),
        };
        if (computation.Digits is not { } digits)
        {
            return value;
        }

        var given = ProgramScope.Value(digits);
        return computation.Formula == Formula.Rounded ? Op(Operator.Round, operands[0], Coalesce(given, Constant(0)))
            : new LetIn("exact", value, When(IsNull(given), Var("exact"), Op(Operator.Round, Var("exact"), computation.Significant ? Places(given) : given)));
    }

    /// <summary>The places after the point that so many significant digits leave.</summary>
    private static Expression Places(Expression digits) => Op(Operator.Max, Constant(-15), Op(Operator.Min, Constant(15), When(
        Eq(Var("exact"), Constant(0)),
        Constant(0),
        Op(Operator.Sub, Op(Operator.Sub, Op(Operator.Max, Constant(1), digits), Constant(1)),
            Op(Operator.Floor, Op(Operator.Log, Op(Operator.Abs, Var("exact")), Constant(10)))))));

    private static Expression Of(Formula formula, Expression[] x) => formula switch
    {
        Formula.Sum => Op(Operator.Add, x),
        Formula.Difference => Op(Operator.Sub, x),
        Formula.Product => Op(Operator.Mul, x),
        Formula.Quotient => Op(Operator.Div, x),
        Formula.Remainder => Op(Operator.Mod, x),
        Formula.Power => Op(Operator.Pow, x),
        Formula.Percentage => Op(Operator.Mul, Op(Operator.Div, x), Constant(100)),
        Formula.PercentOf => Op(Operator.Div, Op(Operator.Mul, x), Constant(100)),
        Formula.PercentChange => Op(Operator.Mul, Op(Operator.Div, Op(Operator.Sub, x[1], x[0]), x[0]), Constant(100)),
        Formula.Smaller => Op(Operator.Min, x),
        Formula.Larger => Op(Operator.Max, x),
        Formula.SquareRoot => Op(Operator.Sqrt, x),
        Formula.CubeRoot => Op(Operator.Root, x[0], Constant(3)),
        Formula.Square => Op(Operator.Pow, x[0], Constant(2)),
        Formula.Cube => Op(Operator.Pow, x[0], Constant(3)),
        Formula.Absolute => Op(Operator.Abs, x),
        Formula.Rounded => Op(Operator.Round, x),
        Formula.Floor => Op(Operator.Floor, x),
        Formula.Ceiling => Op(Operator.Ceil, x),
        Formula.Logarithm => Op(Operator.Log, x),
        Formula.DecimalLogarithm => Op(Operator.Log, x[0], Constant(10)),
        Formula.BinaryLogarithm => Op(Operator.Log, x[0], Constant(2)),
        Formula.BodyMassIndex => Op(Operator.Round, Op(Operator.Div, x[0], Op(Operator.Mul, x[1], x[1])), Constant(2)),
        Formula.TriangleArea => Op(Operator.Div, Op(Operator.Mul, x), Constant(2)),
        Formula.CircleArea => Op(Operator.Mul, Constant(Math.PI), x[0], x[0]),
        Formula.Distance => Haversine(x),
        Formula.Expression => Op(Operator.Evaluate, x),
        Formula.Conversion or Formula.Exchange => throw new ArgumentOutOfRangeException(nameof(formula), formula, "It is written by its units or rates."),
        Formula.UpperCase => Op(Operator.Upper, x),
        Formula.LowerCase => Op(Operator.Lower, x),
        Formula.Reversed => Op(Operator.Join, Op(Operator.Reverse, Op(Operator.Split, x[0], Constant(""))), Constant("")),
        Formula.WordCount => Op(Operator.Count, new SearchItems(SearchKind.Filter, Op(Operator.Split, Spaced(x[0]), Constant(" ")), "word",
            Op(Operator.Ne, Var("word"), Constant("")))),
        Formula.Length => Op(Operator.Length, x),
        Formula.DaysBetween => Op(Operator.DaysBetween, x),
        Formula.DaysLater => Op(Operator.AddDays, x),
        Formula.WeeksLater => Op(Operator.AddDays, x[0], Op(Operator.Mul, x[1], Constant(7))),
        Formula.MonthsLater => Op(Operator.AddMonths, x),
        Formula.YearsLater => Op(Operator.AddMonths, x[0], Op(Operator.Mul, x[1], Constant(12))),
        Formula.Weekday => Op(Operator.At,
            Constant(Value.From(["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"])),
            Op(Operator.Sub, Op(Operator.DatePart, x[0], Constant("weekday")), Constant(1))),
        Formula.Age => Age(x[0]),
        _ => OfList(formula, x[0]),
    };

    private static Expression OfList(Formula formula, Expression list) => formula switch
    {
        Formula.SumOfList => Op(Operator.SumOf, list),
        Formula.Mean => Mean(list),
        Formula.Median => Median(list),
        Formula.Variance => Op(Operator.Div, Squares(list), Op(Operator.Count, list)),
        Formula.StandardDeviation => Op(Operator.Sqrt, Op(Operator.Div, Squares(list), Op(Operator.Count, list))),
        Formula.SampleVariance => Op(Operator.Div, Squares(list), Op(Operator.Sub, Op(Operator.Count, list), Constant(1))),
        Formula.SampleDeviation => Op(Operator.Sqrt, Op(Operator.Div, Squares(list), Op(Operator.Sub, Op(Operator.Count, list), Constant(1)))),
        Formula.Least => Op(Operator.MinOf, list),
        Formula.Greatest => Op(Operator.MaxOf, list),
        Formula.Spread => Op(Operator.Sub, Op(Operator.MaxOf, list), Op(Operator.MinOf, list)),
        _ => throw new ArgumentOutOfRangeException(nameof(formula), formula, "No formula of a list."),
    };

    private static Operation Mean(Expression list) => Op(Operator.Div, Op(Operator.SumOf, list), Op(Operator.Count, list));

    private static LetIn Squares(Expression list) => new("mean", Mean(list),
        Op(Operator.SumOf, new MapItems(list, "x", null, null, Op(Operator.Pow, Op(Operator.Sub, Var("x"), Var("mean")), Constant(2)))));

    private static LetIn Median(Expression list) => new("sorted", new MapItems(list, "x", null, [new OrderKey(Var("x"), false)], null), new LetIn(
        "half", Op(Operator.Floor, Op(Operator.Div, Op(Operator.Count, list), Constant(2))),
        When(Eq(Op(Operator.Mod, Op(Operator.Count, list), Constant(2)), Constant(1)),
            Op(Operator.At, Var("sorted"), Var("half")),
            Op(Operator.Div, Op(Operator.Add, Op(Operator.At, Var("sorted"), Op(Operator.Sub, Var("half"), Constant(1))),
                Op(Operator.At, Var("sorted"), Var("half"))), Constant(2)))));

    /// <summary>All white space as blanks.</summary>
    private static Expression Spaced(Expression text) =>
        new[] { "\n", "\r", "\t" }.Aggregate(text, (t, c) => Op(Operator.Replace, t, Constant(c), Constant(" ")));

    /// <summary>The years between the calendar years, less one before the birthday.</summary>
    private static Expression Age(Expression birth)
    {
        Operation Part(Expression date, string part) => Op(Operator.DatePart, date, Constant(part));
        Operation OfYear(Expression date) => Op(Operator.Add, Op(Operator.Mul, Part(date, "month"), Constant(100)), Part(date, "day"));
        var today = new Now(true);
        return Op(Operator.Sub, Op(Operator.Sub, Part(today, "year"), Part(birth, "year")),
            When(Op(Operator.Lt, OfYear(today), OfYear(birth)), Constant(1), Constant(0)));
    }

    private static Expression Haversine(Expression[] x)
    {
        Operation Radians(Expression degrees) => Op(Operator.Mul, degrees, Constant(Math.PI / 180));
        Operation Half(Expression from, Expression to) => Op(Operator.Pow,
            Op(Operator.Sin, Op(Operator.Div, Radians(Op(Operator.Sub, to, from)), Constant(2))), Constant(2));
        var half = Op(Operator.Add, Half(x[0], x[2]), Op(Operator.Mul, Op(Operator.Cos, Radians(x[0])), Op(Operator.Cos, Radians(x[2])), Half(x[1], x[3])));
        return Op(Operator.Round, new LetIn("half", Op(Operator.Min, half, Constant(1)), Op(Operator.Mul, Constant(2 * EarthRadius),
            Op(Operator.Atan2, Op(Operator.Sqrt, Var("half")), Op(Operator.Sqrt, Op(Operator.Sub, Constant(1), Var("half")))))), Constant(2));
    }
}
