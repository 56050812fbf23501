using AgentScaler.Environments.Schema;
using AgentScaler.Language;
using AgentScaler.Materialization.Policies;

namespace AgentScaler.Materialization.Effects;

/// <summary>Terms and rows as the sentences of a policy and of a refusal name them.</summary>
internal sealed class TermWords : ITermVisitor<string>
{
    private const int MinutesPerHour = 60;
    private const int HoursPerDay = 24;

    public static string Of(Term term) => term.Accept(new TermWords());

    /// <summary>A row by the thing that it is, or by its part where a call names two of one kind.</summary>
    public static string Row(RowAddress address) => address.Role is "source" or "target" ? address.Role : Words.Phrase(address.Table.Singular);

    /// <summary>Whether a term is a time.</summary>
    public static bool IsTime(Term term) => term switch
    {
        CellTerm cell => cell.Column.Type is ColumnType.Date or ColumnType.Datetime,
        ArgumentTerm given => given.Parameter.Node.Format is "date" or "date-time",
        EitherTerm either => IsTime(either.First) || IsTime(either.Otherwise),
        _ => term is ClockTerm or LaterTerm or ShiftedTerm,
    };

    public string Visit(ArgumentTerm term) => $"`{term.Parameter.Name}`";

    public string Visit(ConstantTerm term) => Spoken.One(term.Value);

    public string Visit(CellTerm term) => $"the {Words.Phrase(term.Column.Name)} of the {Row(term.Address)}";

    public string Visit(ClockTerm term) => term.DateOnly ? "today" : "the time of the call";

    public string Visit(CountTerm term) => $"the number of {Children(term.Children)}";

    public string Visit(SumTerm term) =>
        $"the sum of the {Words.Phrase(term.Column.Name)}{(term.Times is { } times ? $" times the {Words.Phrase(times.Name)}" : "")} of the {Children(term.Children)}";

    public string Visit(LengthTerm term) => term.Parameter.Node.Kind == NodeKind.String ? $"the length of `{term.Parameter.Name}`"
        : $"the number of `{term.Parameter.Name}`";

    public string Visit(LaterTerm term)
    {
        var (minutes, side) = (Math.Abs(term.Minutes), term.Minutes < 0 ? "before" : "after");
        var span = minutes % (MinutesPerHour * HoursPerDay) == 0 ? Spoken.Count(minutes / (MinutesPerHour * HoursPerDay), "day")
            : minutes % MinutesPerHour == 0 ? Spoken.Count(minutes / MinutesPerHour, "hour") : Spoken.Count(minutes, "minute");
        return $"{span} {side} {Of(term.Time)}";
    }

    public string Visit(ProductTerm term) => $"{Of(term.Left)} times {Of(term.Right)}";

    public string Visit(SumOfTerm term) => $"{Of(term.Left)} plus {Of(term.Right)}";

    public string Visit(DifferenceTerm term) => $"{Of(term.Left)} less {Of(term.Right)}";

    public string Visit(EitherTerm term) => $"{Of(term.First)} (or else {Of(term.Otherwise)})";

    public string Visit(ChosenTerm term) => Listing.Of(
        [.. term.Meanings.Select(m => $"{Spoken.One(m.Value)} where `{term.Parameter.Name}` is {Spoken.One(m.Key)}")]);

    public string Visit(FreeNumberTerm term) => $"the next free number by {Of(term.Counter)}";

    public string Visit(NextCodeTerm term) => $"the next {Words.Phrase(term.Column.Name)} of the {Words.Phrase(term.Table.Name)}";

    public string Visit(SharedNumberTerm term) => $"the next number of the {Listing.Of([.. term.Tables.Select(t => Words.Phrase(t.Name))])}";

    public string Visit(WalkTerm term) => $"the path that {Of(term.Step)} leads to from {Of(term.From)}";

    public string Visit(LinesTerm term) => $"{Of(term.Above)} with {Of(term.Below)} below it";

    public string Visit(TextLengthTerm term) => $"the length of {Of(term.Text)}";

    public string Visit(ShiftedTerm term)
    {
        var unit = (term.Unit, term.Each) switch
        {
            (TimeUnit.Minutes, MinutesPerHour) => "hour",
            (TimeUnit.Minutes, _) => "minute",
            (TimeUnit.Days, 7) => "week",
            (TimeUnit.Days, _) => "day",
            (_, 12) => "year",
            _ => "month",
        };
        return term.Count is ConstantTerm { Value: { IsInteger: true } count } ? $"{Spoken.Count((int)count.AsNumber, unit)} after {Of(term.Time)}"
            : $"{Of(term.Time)} plus {Of(term.Count)} {unit}s";
    }

    public string Visit(DaysBetweenTerm term) => $"the days from {Of(term.From)} to {Of(term.To)}";

    public string Visit(RoundedTerm term) => $"{Of(term.Number)}, rounded {(term.Up ? "up" : "down")}";

    public string Visit(CaseTerm term) => Listing.Of(
        [.. term.Cases.Select(c => $"{Of(c.Then)} where {Of(term.Subject)} is {Bound(c)}"), $"{Of(term.Otherwise)} otherwise"]);

    private static string Bound(TermCase bound) => bound.Comparison switch
    {
        Comparison.Less => $"less than {Spoken.One(bound.Bound)}",
        Comparison.AtMost => $"at most {Spoken.One(bound.Bound)}",
        Comparison.Equal => Spoken.One(bound.Bound),
        Comparison.NotEqual => $"other than {Spoken.One(bound.Bound)}",
        Comparison.AtLeast => $"at least {Spoken.One(bound.Bound)}",
        _ => $"more than {Spoken.One(bound.Bound)}",
    };

    /// <summary>The rows that refer to a row: "loans of the member whose state is "open"".</summary>
    public static string Children(ChildRows children) => $"{Words.Phrase(children.Table.Name)} of the {Row(children.Of)}"
        + (children.Column is { } column ? $" whose {Words.Phrase(column.Name)} is {Spoken.Either(children.Among)}" : "")
        + string.Concat(children.Limits.Select((l, at) => $"{(at == 0 && children.Column is null ? " whose" : " and")} {Words.Phrase(l.Column.Name)} is {Limit(l)}"));

    private static string Limit(RowLimit limit) => limit.Comparison switch
    {
        Comparison.AtMost => $"not after `{limit.Parameter.Name}`",
        Comparison.Less => $"before `{limit.Parameter.Name}`",
        Comparison.Greater => $"after `{limit.Parameter.Name}`",
        _ => $"`{limit.Parameter.Name}`",
    };
}
