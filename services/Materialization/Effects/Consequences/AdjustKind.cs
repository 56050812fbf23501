using AgentScaler.Environments.Programs;
using AgentScaler.Language;
using AgentScaler.Materialization.Programs;
using static AgentScaler.Materialization.Programs.Ast;

namespace AgentScaler.Materialization.Effects;

/// <summary>Adds to or takes from a number of a row.</summary>
internal sealed class AdjustKind : CellChangeKind<Adjust>
{
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
