using AgentScaler.Environments.Programs;
using AgentScaler.Environments.Schema;
using AgentScaler.Environments.Values;
using AgentScaler.Language;

namespace AgentScaler.Materialization.Overrides.Rules;

/// <summary>Reads a stated precondition: <c>{"compare": [TERM, WORD, TERM], "code"}</c> or <c>{"column": PATH, "in": [VALUE]}</c>.</summary>
internal static class PreconditionText
{
    private static readonly string[][] Forms = [["compare", "code?"], ["column", "in"]];

    /// <exception cref="OverridesException">The value is no precondition.</exception>
    public static void Check(Value value, string place) => Read(value, place, null);

    /// <param name="places">Finds what it names. Null where only the form is checked.</param>
    /// <exception cref="OverridesException">The value is no precondition, or names what is not there.</exception>
    public static Precondition? Read(Value value, string place, RulePlaces? places) =>
        RuleWords.Form(value, place, Forms) == "compare" ? Compared(value, place, places) : Among(value, place, places);

    private static Compares? Compared(Value value, string place, RulePlaces? places)
    {
        if (value["compare"] is not { IsArray: true, AsArray.Length: 3 } three)
        {
            throw new OverridesException($"{place}/compare", "Expected an array: a term, how it must stand, another term.");
        }

        var comparison = OverrideText.Word<Comparison>(three.AsArray[1], $"{place}/compare/1")
            ?? throw new OverridesException($"{place}/compare/1", "Expected how the terms must stand to each other.");
        var code = OverrideText.Word<ErrorCode>(value["code"], $"{place}/code") ?? ErrorCode.PreconditionFailed;
        return (TermText.Read(three.AsArray[0], $"{place}/compare/0", places), TermText.Read(three.AsArray[2], $"{place}/compare/2", places))
            is ({ } left, { } right) && places is not null ? new Compares(left, comparison, right) { Refusal = code } : null;
    }

    private static Precondition? Among(Value value, string place, RulePlaces? places)
    {
        var path = RuleWords.Text(value["column"], $"{place}/column");
        var allowed = OverrideText.Items(value["in"], $"{place}/in", 500);
        if (allowed.Count == 0)
        {
            throw new OverridesException($"{place}/in", "Expected at least one value.");
        }

        if (places?.Cell(path, $"{place}/column") is not var (row, column))
        {
            return null;
        }

        var act = Words.Phrase(places.Draft.Reading.Verb);
        return column.Type == ColumnType.Boolean && allowed.Count == 1 ? new FlagIs(row, column, allowed[0], act) : new StatusIn(row, column, allowed, act);
    }
}
