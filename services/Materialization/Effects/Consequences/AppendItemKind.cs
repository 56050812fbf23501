using AgentScaler.Environments.Programs;
using AgentScaler.Language;
using AgentScaler.Materialization.Programs;
using static AgentScaler.Materialization.Programs.Ast;

namespace AgentScaler.Materialization.Effects;

/// <summary>Adds an item to the list that a row holds.</summary>
internal sealed class AppendItemKind : CellChangeKind<AppendItem>
{
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
