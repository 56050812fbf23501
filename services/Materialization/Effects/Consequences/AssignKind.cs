using AgentScaler.Environments.Programs;
using AgentScaler.Environments.Values;
using AgentScaler.Language;
using AgentScaler.Materialization.Overrides.Rules;
using AgentScaler.Materialization.Programs;
using static AgentScaler.Materialization.Programs.Ast;

namespace AgentScaler.Materialization.Effects;

/// <summary>Sets or empties a column of a row.</summary>
internal sealed class AssignKind : CellChangeKind<Assign>
{
    public override IReadOnlyList<string[]> Forms => [["set", "to"]];

    public override Consequence? Read(string form, Value value, string place, RulePlaces? places) =>
        ConsequenceText.Cell(value, "to", "set", place, places) is var (term, row, column) ? new Assign(row, column, term) : null;

    protected override Expression Changed(Assign consequence, Expression old, ProgramScope scope) => Value(consequence.Value, consequence.Column, scope);

    protected override IEnumerable<Expression> Needed(Assign consequence, Expression old, ProgramScope scope) =>
        consequence.Empties || TermExpressions.IsSure(consequence.Value, scope) ? [] : [Present(TermExpressions.Of(consequence.Value, scope))];

    protected override IEnumerable<string> Rules(Assign consequence, ToolModel tool) => [Rule(tool, consequence.Empties, consequence.Value,
        $"the {Words.Phrase(consequence.Column.Name)} of the {TermWords.Row(consequence.Address)}")];

    /// <summary>The value of a term as a column holds it.</summary>
    public static Expression Value(Term term, ColumnModel column, ProgramScope scope) => term switch
    {
        ClockTerm => NewRow.Clock(column),
        ArgumentTerm argument => ProgramScope.Value(argument.Parameter, column),
        _ => TermExpressions.Of(term, scope),
    };

    public static string Rule(ToolModel tool, bool empties, Term value, string place) =>
        empties ? $"`{tool.Name}` empties {place}." : $"`{tool.Name}` sets {place} to {TermWords.Of(value)}.";
}
