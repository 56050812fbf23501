using AgentScaler.Environments.Values;

namespace AgentScaler.Materialization.Overrides.Rules;

/// <summary>
/// Reads terms that move times, round numbers and tell cases: <c>{"shifted": TERM, "by": TERM, "unit": "days"}</c>,
/// <c>{"rounded": TERM, "direction": "down"}</c>, <c>{"case": TERM, "when": [{"is": "at_least", "value": 7, "then": TERM}], "otherwise": TERM}</c>.
/// </summary>
internal static class CalendarText
{
    private static readonly Dictionary<string, (TimeUnit Unit, int Each)> Units = new(StringComparer.Ordinal)
    {
        ["minutes"] = (TimeUnit.Minutes, 1),
        ["hours"] = (TimeUnit.Minutes, 60),
        ["days"] = (TimeUnit.Days, 1),
        ["weeks"] = (TimeUnit.Days, 7),
        ["months"] = (TimeUnit.Months, 1),
        ["years"] = (TimeUnit.Months, 12),
    };

    private static readonly Dictionary<string, Comparison> Comparisons = new(StringComparer.Ordinal)
    {
        ["less"] = Comparison.Less,
        ["at_most"] = Comparison.AtMost,
        ["equal"] = Comparison.Equal,
        ["not_equal"] = Comparison.NotEqual,
        ["at_least"] = Comparison.AtLeast,
        ["greater"] = Comparison.Greater,
    };

    public static ShiftedTerm? Shifted(Value value, string place, RulePlaces? places)
    {
        var (unit, each) = OneOf(Units, value["unit"], $"{place}/unit");
        return (TermText.Read(value["shifted"], $"{place}/shifted", places), TermText.Read(value["by"], $"{place}/by", places)) is ({ } time, { } count)
            && places is not null ? new ShiftedTerm(time, count, unit, each) : null;
    }

    public static RoundedTerm? Rounded(Value value, string place, RulePlaces? places)
    {
        var up = RuleWords.Text(value["direction"], $"{place}/direction") switch
        {
            "up" => true,
            "down" => false,
            _ => throw new OverridesException($"{place}/direction", "Expected \"up\" or \"down\"."),
        };
        return TermText.Read(value["rounded"], $"{place}/rounded", places) is { } number && places is not null ? new RoundedTerm(number, up) : null;
    }

    public static CaseTerm? Case(Value value, string place, RulePlaces? places)
    {
        var at = $"{place}/when";
        if (!value["when"].IsArray)
        {
            throw new OverridesException(at, "Expected a list of cases.");
        }

        var cases = value["when"].AsArray.ToArray().Index().Select(c => (
            Comparison: OneOf(Comparisons, c.Item["is"], $"{at}/{c.Index}/is"),
            Bound: c.Item["value"],
            Then: TermText.Read(c.Item["then"], $"{at}/{c.Index}/then", places))).ToList();
        var (subject, otherwise) = (TermText.Read(value["case"], $"{place}/case", places), TermText.Read(value["otherwise"], $"{place}/otherwise", places));
        return subject is not null && otherwise is not null && places is not null
            ? new CaseTerm(subject, [.. cases.Select(c => new TermCase(c.Comparison, c.Bound, c.Then!))], otherwise) : null;
    }

    private static T OneOf<T>(Dictionary<string, T> words, Value value, string place) => words.TryGetValue(RuleWords.Text(value, place), out var found) ? found
        : throw new OverridesException(place, $"Expected one of {string.Join(", ", words.Keys.Order(StringComparer.Ordinal))}.");
}
