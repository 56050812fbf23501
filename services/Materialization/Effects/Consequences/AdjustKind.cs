using AgentScaler.Environments.Programs;
using AgentScaler.Environments.Values;
using AgentScaler.Language;
using AgentScaler.Materialization.Overrides.Rules;
using AgentScaler.Materialization.Programs;
using static AgentScaler.Materialization.Programs.Ast;

namespace AgentScaler.Materialization.Effects;

/// <summary>Adds to or takes from a number of a row.</summary>
internal sealed class AdjustKind : CellChangeKind<Adjust>
{
    public override IReadOnlyList<string[]> Forms => [["add", "to"], ["take", "from"]];

    public override Consequence? Read(string form, Value value, string place, RulePlaces? places) =>
        ConsequenceText.Cell(value, form, form == "add" ? "to" : "from", place, places) is var (term, row, column)
            ? new Adjust(row, column, term, form == "add" ? 1 : -1)
            : null;

    protected override Expression Changed(Adjust consequence, Expression old, ProgramScope scope) =>
        Op(consequence.Sign < 0 ? Operator.Sub : Operator.Add, old, TermExpressions.Number(consequence.Amount, scope));

    protected override IEnumerable<Expression> Needed(Adjust consequence, Expression old, ProgramScope scope)
    {
        if (!consequence.Column.Numeric)
        {
            yield return Eq(Op(Operator.KindOf, old), Constant("number"));
        }
        else if (consequence.Column.Nullable)
        {
            yield return Present(old);
        }

        if (!TermExpressions.IsSure(consequence.Amount, scope) || !TermExpressions.IsNumeric(consequence.Amount))
        {
            yield return Present(TermExpressions.Number(consequence.Amount, scope));
        }
    }

    protected override IEnumerable<string> Rules(Adjust consequence, ToolModel tool) =>
        [$"`{tool.Name}` {(consequence.Sign < 0 ? "lowers" : "raises")} the {Words.Phrase(consequence.Column.Name)} of the {TermWords.Row(consequence.Address)} by {TermWords.Of(consequence.Amount)}."];
}
