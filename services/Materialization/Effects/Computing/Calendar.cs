using AgentScaler.Language;

namespace AgentScaler.Materialization.Effects.Computing;

/// <summary>Recognises tools that compute with dates.</summary>
internal static class Calendar
{
    public static Computation? Of(IReadOnlyList<string> words, List<ToolParameter> operands)
    {
        var dates = operands.FindAll(IsDate);
        var numbers = operands.FindAll(Computations.IsNumber);
        return (dates.Count, numbers.Count) switch
        {
            (2, 0) when IsDifference(words) => new Computation(Formula.DaysBetween, dates),
            (1, 0) when words.Contains("weekday") || (words.Contains("day") && words.Contains("week")) => new Computation(Formula.Weekday, dates),
            (1, 0) when FormulaWords.Core(words) == "age" && dates[0].Words.Any(w => w is "birth" or "birthdate" or "birthday" or "dob" or "born") =>
                new Computation(Formula.Age, dates),
            (1, 1) when words.Contains("add") && Later(words, numbers[0]) is { } formula => new Computation(formula, [dates[0], numbers[0]]),
            _ => null,
        };
    }

    private static bool IsDate(ToolParameter parameter) => parameter.Node is { Kind: NodeKind.String, Enum: null, Pattern: null }
        && (parameter.Node.Format is "date" or "date-time"
            || parameter.Words.Any(w => w is "date" or "birthdate" or "birthday" or "dob" or "date1" or "date2"));

    private static bool IsDifference(IReadOnlyList<string> words) => (words.Contains("days") && words.Contains("between"))
        || (words.Any(w => w is "date" or "dates" or "day" or "days") && words.Any(w => w is "difference" or "diff"));

    /// <summary>What is added, by the number's name or the tool's.</summary>
    private static Formula? Later(IReadOnlyList<string> words, ToolParameter number) => Unit(number.Words) ?? Unit(words);

    private static Formula? Unit(IReadOnlyList<string> words) => words.Contains("days") || words.Contains("day") ? Formula.DaysLater
        : words.Contains("weeks") ? Formula.WeeksLater
        : words.Contains("months") ? Formula.MonthsLater
        : words.Contains("years") ? Formula.YearsLater
        : null;
}
