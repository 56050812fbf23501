using AgentScaler.Environments.Programs;
using AgentScaler.Environments.Values;
using AgentScaler.Language;
using AgentScaler.Materialization.Overrides.Rules;
using AgentScaler.Materialization.Programs;
using static AgentScaler.Materialization.Programs.Ast;

namespace AgentScaler.Materialization.Effects;

/// <summary>Takes an item from the list that a row holds.</summary>
internal sealed class RemoveItemKind : CellChangeKind<RemoveItem>
{
    public override IReadOnlyList<string[]> Forms => [["remove", "from"]];

    public override Consequence? Read(string form, Value value, string place, RulePlaces? places) =>
        ConsequenceText.Cell(value, form, "from", place, places) is var (term, row, column) ? new RemoveItem(row, column, term) : null;

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
