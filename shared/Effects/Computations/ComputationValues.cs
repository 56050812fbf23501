using System.Globalization;
using AgentScaler.Environments.Values;

namespace AgentScaler.Effects;

/// <summary>The values of computations in doubles, made apart from the language of programs, against which programs are held.</summary>
internal static class ComputationValues
{
    private const double Greatest = 1e100;

    /// <summary>Whether a call has the arguments that the formula needs.</summary>
    public static bool Accepts(Computation computation, Situation situation)
    {
        Value[] given = [.. computation.Operands.Select(situation.Given)];
        if (given.Any(g => g.IsNull) || (computation.Digits is { } digits && !Digits(situation.Given(digits))))
        {
            return false;
        }

        return computation.Formula switch
        {
            Formula.Conversion => Pair(computation, given) is { } pair && pair.From.Dimension == pair.To.Dimension,
            Formula.Exchange => given[0].IsNumber && computation.Rates!.Of(situation, given[1], given[2]) is not null,
            Formula.DaysBetween => given.All(g => Date(g) is not null),
            Formula.Weekday or Formula.Age => Date(given[0]) is not null,
            Formula.DaysLater or Formula.WeeksLater or Formula.MonthsLater or Formula.YearsLater =>
                Date(given[0]) is not null && given[1].IsInteger && Math.Abs(given[1].AsNumber) <= 1000,

            // What is an arithmetic text is for the language to say; both executions are held against each other.
            Formula.Expression => given[0].IsString && given[0].AsString.Any(char.IsAsciiDigit)
                && given[0].AsString.All(c => "0123456789.+-*/^() ".Contains(c, StringComparison.Ordinal)),
            Formula.UpperCase or Formula.LowerCase or Formula.Reversed or Formula.WordCount or Formula.Length => given[0].IsString,
            _ => Number(computation.Formula, Numbers(given)) is { } number && double.IsFinite(number) && Math.Abs(number) <= Greatest,
        };
    }

    /// <summary>A number or a text; null where the value is not judged.</summary>
    public static object? Of(Computation computation, Situation situation)
    {
        if (!Accepts(computation, situation))
        {
            return null;
        }

        Value[] given = [.. computation.Operands.Select(situation.Given)];
        return computation.Formula switch
        {
            Formula.Conversion when Pair(computation, given) is { } pair =>
                ((given[0].AsNumber * (double)pair.From.Factor) + (double)pair.From.Offset - (double)pair.To.Offset) / (double)pair.To.Factor,
            Formula.Exchange => given[0].AsNumber * computation.Rates!.Of(situation, given[1], given[2]),
            Formula.DaysBetween => Math.Floor((Date(given[1])!.Value - Date(given[0])!.Value).TotalDays),
            Formula.UpperCase or Formula.LowerCase or Formula.Reversed =>
                given[0].AsString.All(char.IsAscii) ? OfText(computation.Formula, given[0].AsString) : null,
            Formula.Expression or Formula.Age or Formula.Weekday or Formula.WordCount or Formula.Length
                or Formula.DaysLater or Formula.WeeksLater or Formula.MonthsLater or Formula.YearsLater => null,
            _ => Number(computation.Formula, Numbers(given)),
        };
    }

    /// <summary>The units of a call; null if one is unknown.</summary>
    private static (Unit From, Unit To)? Pair(Computation computation, Value[] given)
    {
        var from = computation.From ?? (given[1].IsString ? given[1].AsString : "");
        var to = computation.To ?? (given[^1].IsString ? given[^1].AsString : "");
        var pair = (From: Units.Called(from), To: Units.Called(to));
        return given[0].IsNumber && pair.From is { } a && pair.To is { } b
            && (computation.Dimension is null || (a.Dimension == computation.Dimension && b.Dimension == computation.Dimension))
            ? (a, b)
            : null;
    }

    private static string OfText(Formula formula, string text) => formula switch
    {
        Formula.UpperCase => text.ToUpperInvariant(),
        Formula.LowerCase => text.ToLowerInvariant(),
        _ => new string([.. text.Reverse()]),
    };

    private static bool Digits(Value digits) => digits.IsNull || (digits.IsInteger && digits.AsNumber is >= 0 and <= 15);

    private static double[]? Numbers(Value[] given)
    {
        var all = given.Length == 1 && given[0].IsArray ? given[0].AsArray.ToArray() : given;
        return Array.TrueForAll(all, v => v.IsNumber) ? Array.ConvertAll(all, v => v.AsNumber) : null;
    }

    private static double? Number(Formula formula, double[]? x) => x is null or { Length: 0 } ? null : formula switch
    {
        Formula.Sum => x[0] + x[1],
        Formula.Difference => x[0] - x[1],
        Formula.Product => x[0] * x[1],
        Formula.Quotient => x[1] == 0 ? null : x[0] / x[1],
        Formula.Remainder => x[1] == 0 ? null : x[0] - (x[1] * Math.Floor(x[0] / x[1])),
        Formula.Power => (x[0] == 0 && x[1] < 0) || (x[0] < 0 && x[1] != Math.Floor(x[1])) ? null : Math.Pow(x[0], x[1]),
        Formula.Percentage => x[1] == 0 ? null : x[0] / x[1] * 100,
        Formula.PercentOf => x[0] * x[1] / 100,
        Formula.PercentChange => x[0] == 0 ? null : (x[1] - x[0]) / x[0] * 100,
        Formula.Smaller => Math.Min(x[0], x[1]),
        Formula.Larger => Math.Max(x[0], x[1]),
        Formula.SquareRoot => x[0] < 0 ? null : Math.Sqrt(x[0]),
        Formula.CubeRoot => Math.Cbrt(x[0]),
        Formula.Square => x[0] * x[0],
        Formula.Cube => x[0] * x[0] * x[0],
        Formula.Absolute => Math.Abs(x[0]),
        Formula.Rounded => x[0],
        Formula.Floor => Math.Floor(x[0]),
        Formula.Ceiling => Math.Ceiling(x[0]),
        Formula.Logarithm => x[0] <= 0 || (x.Length > 1 && (x[1] <= 0 || x[1] == 1)) ? null : x.Length > 1 ? Math.Log(x[0]) / Math.Log(x[1]) : Math.Log(x[0]),
        Formula.DecimalLogarithm => x[0] <= 0 ? null : Math.Log10(x[0]),
        Formula.BinaryLogarithm => x[0] <= 0 ? null : Math.Log2(x[0]),
        Formula.BodyMassIndex => x[1] <= 0 ? null : x[0] / (x[1] * x[1]),
        Formula.TriangleArea => x[0] * x[1] / 2,
        Formula.CircleArea => Math.PI * x[0] * x[0],
        Formula.Distance => Haversine(x),
        _ => OfList(formula, x),
    };

    private static double? OfList(Formula formula, double[] x) => formula switch
    {
        Formula.SumOfList => x.Sum(),
        Formula.Mean => x.Average(),
        Formula.Median => (x.Order().ElementAt((x.Length - 1) / 2) + x.Order().ElementAt(x.Length / 2)) / 2,
        Formula.Variance => Squares(x) / x.Length,
        Formula.StandardDeviation => Math.Sqrt(Squares(x) / x.Length),
        Formula.SampleVariance => x.Length < 2 ? null : Squares(x) / (x.Length - 1),
        Formula.SampleDeviation => x.Length < 2 ? null : Math.Sqrt(Squares(x) / (x.Length - 1)),
        Formula.Least => x.Min(),
        Formula.Greatest => x.Max(),
        Formula.Spread => x.Max() - x.Min(),
        _ => throw new ArgumentOutOfRangeException(nameof(formula), formula, "No formula of a list."),
    };

    private static double Squares(double[] x)
    {
        var mean = x.Average();
        return x.Sum(v => (v - mean) * (v - mean));
    }

    private static double? Haversine(double[] x)
    {
        if (Math.Abs(x[0]) > 90 || Math.Abs(x[2]) > 90 || Math.Abs(x[1]) > 360 || Math.Abs(x[3]) > 360)
        {
            return null;
        }

        double[] r = Array.ConvertAll(x, v => v * Math.PI / 180);
        var half = Math.Pow(Math.Sin((r[2] - r[0]) / 2), 2) + (Math.Cos(r[0]) * Math.Cos(r[2]) * Math.Pow(Math.Sin((r[3] - r[1]) / 2), 2));
        return 2 * 6371 * Math.Asin(Math.Sqrt(Math.Min(1, half)));
    }

    private static DateTime? Date(Value value) => value.IsString && value.AsString.Length >= 10
        && DateTime.TryParseExact(value.AsString[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
}
