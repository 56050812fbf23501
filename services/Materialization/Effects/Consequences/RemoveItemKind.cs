using AgentScaler.Environments.Programs;
using AgentScaler.Language;
using AgentScaler.Materialization.Programs;
using static AgentScaler.Materialization.Programs.Ast;

namespace AgentScaler.Materialization.Effects;

/// <summary>Takes an item from the list that a row holds.</summary>
internal sealed class RemoveItemKind : CellChangeKind<RemoveItem>
{
    protected override Expression Changed(RemoveItem consequence, Expression old, ProgramScope scope) =>
        Op(Operator.Remove, old, TermExpressions.Of(consequence.Item, scope));

    protected override IEnumerable<Expression> Needed(RemoveItem consequence, Expression old, ProgramScope scope)
    {
        if (consequence.Column.Nullable)
        {
            yield return Present(old);
        }

        if (!TermExpressions.IsSure(consequence.Item, scope))
        {
            yield return Present(TermExpressions.Of(consequence.Item, scope));
        }
    }

    protected override IEnumerable<string> Rules(RemoveItem consequence, ToolModel tool) =>
        [$"`{tool.Name}` takes {TermWords.Of(consequence.Item)} from the {Words.Phrase(consequence.Column.Name)} of the {TermWords.Row(consequence.Address)}."];
}
