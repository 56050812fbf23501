using AgentScaler.Environments.Programs;
using AgentScaler.Environments.Values;
using AgentScaler.Language;
using AgentScaler.Materialization.Overrides.Rules;
using AgentScaler.Materialization.Programs;
using static AgentScaler.Materialization.Programs.Ast;

namespace AgentScaler.Materialization.Effects;

/// <summary>Adds an item to the list that a row holds.</summary>
internal sealed class AppendItemKind : CellChangeKind<AppendItem>
{
    public override IReadOnlyList<string[]> Forms => [["append", "to"]];

    public override Consequence? Read(string form, Value value, string place, RulePlaces? places) =>
        ConsequenceText.Cell(value, form, "to", place, places) is var (term, row, column) ? new AppendItem(row, column, term) : null;

    protected override Expression Changed(AppendItem consequence, Expression old, ProgramScope scope) =>
        Op(Operator.Append, old, TermExpressions.Of(consequence.Item, scope));

    protected override IEnumerable<Expression> Needed(AppendItem consequence, Expression old, ProgramScope scope)
    {
        if (consequence.Column.Type != Environments.Schema.ColumnType.Array)
        {
            yield return Op(Operator.Has, Constant(Environments.Values.Value.From(["array", "null"])), Op(Operator.KindOf, old));
        }

        if (!TermExpressions.IsSure(consequence.Item, scope))
        {
            yield return Present(TermExpressions.Of(consequence.Item, scope));
        }
    }

    protected override IEnumerable<string> Rules(AppendItem consequence, ToolModel tool) =>
        [$"`{tool.Name}` adds {TermWords.Of(consequence.Item)} to the {Words.Phrase(consequence.Column.Name)} of the {TermWords.Row(consequence.Address)}."];
}
