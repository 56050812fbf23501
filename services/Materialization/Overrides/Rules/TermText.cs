using AgentScaler.Environments.Values;

namespace AgentScaler.Materialization.Overrides.Rules;

/// <summary>
/// Reads a term of a stated rule: a plain value, or <c>{"argument"}</c>, <c>{"column"}</c>, <c>{"now"}</c>, <c>{"count"}</c>, <c>{"sum"}</c>,
/// <c>{"length"}</c>, <c>{"plus"}</c>, <c>{"minus"}</c>, <c>{"times"}</c>, <c>{"later"}</c>, <c>{"either"}</c>, <c>{"shifted"}</c>, <c>{"days_between"}</c>,
/// <c>{"rounded"}</c>, <c>{"case"}</c>.
/// </summary>
internal static class TermText
{
    private static readonly string[][] Forms =
    [
        ["argument"], ["column"], ["now"], ["count", "of?", "where?"], ["sum", "of?", "where?", "of_column", "times?"], ["length"], ["plus"], ["minus"],
        ["times"], ["later", "minutes"], ["either"], ["shifted", "by", "unit"], ["days_between"], ["rounded", "direction"], ["case", "when", "otherwise"],
    ];

    /// <summary>Holds a term to its form.</summary>
    /// <param name="places">Finds what it names. Null where only the form is checked.</param>
    /// <returns>Null where only the form is checked.</returns>
    /// <exception cref="OverridesException">The value is no term, or names what is not there.</exception>
    public static Term? Read(Value value, string place, RulePlaces? places)
    {
        if (!value.IsObject)
        {
            return value.IsArray ? throw new OverridesException(place, "Expected a plain value or an object.") : new ConstantTerm(value);
        }

        var form = RuleWords.Form(value, place, Forms);
        var at = $"{place}/{form}";
        return form switch
        {
            "argument" => RuleWords.Text(value[form], at) is var name && places is not null ? new ArgumentTerm(places.Parameter(name, at)) : null,
            "length" => RuleWords.Text(value[form], at) is var name && places is not null ? new LengthTerm(places.Parameter(name, at)) : null,
            "column" => RuleWords.Text(value[form], at) is var path && places?.Cell(path, at) is var (row, column) ? new CellTerm(row, column) : null,
            "now" => RuleWords.Text(value[form], at) switch
            {
                "date" => new ClockTerm(true),
                "time" => new ClockTerm(false),
                _ => throw new OverridesException(at, "Expected \"date\" or \"time\"."),
            },
            "count" => RuleWords.Text(value[form], at) is var table && places is not null ? new CountTerm(places.Children(value, table, at)) : null,
            "sum" => Sum(value, at, places),
            "later" => Later(value, place, places),
            "shifted" => CalendarText.Shifted(value, place, places),
            "rounded" => CalendarText.Rounded(value, place, places),
            "case" => CalendarText.Case(value, place, places),
            _ => Paired(form, RuleWords.Pair(value[form], at), at, places),
        };
    }

    private static SumTerm? Sum(Value value, string at, RulePlaces? places)
    {
        var (table, column, times) = (RuleWords.Text(value["sum"], at), RuleWords.Text(value["of_column"], $"{at}/of_column"),
            OverrideText.Text(value["times"], $"{at}/times"));
        if (places is null)
        {
            return null;
        }

        var children = places.Children(value, table, at);
        return new SumTerm(children, places.Column(children.Table, column, at), times is null ? null : places.Column(children.Table, times, at));
    }

    private static LaterTerm? Later(Value value, string place, RulePlaces? places)
    {
        var time = Read(value["later"], $"{place}/later", places);
        return !value["minutes"].IsInteger ? throw new OverridesException($"{place}/minutes", "Expected a whole number.")
            : time is null ? null : new LaterTerm(time, (int)value["minutes"].AsNumber);
    }

    private static Term? Paired(string form, Value pair, string at, RulePlaces? places) =>
        (Read(pair.AsArray[0], $"{at}/0", places), Read(pair.AsArray[1], $"{at}/1", places)) is not ({ } left, { } right) ? null : form switch
        {
            "plus" => new SumOfTerm(left, right),
            "minus" => new DifferenceTerm(left, right),
            "times" => new ProductTerm(left, right),
            "days_between" => new DaysBetweenTerm(left, right),
            _ => new EitherTerm(left, right),
        };
}
