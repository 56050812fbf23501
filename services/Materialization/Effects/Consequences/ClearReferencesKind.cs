using AgentScaler.Environments.Programs;
using AgentScaler.Language;
using AgentScaler.Materialization.Programs;
using static AgentScaler.Materialization.Programs.Ast;

namespace AgentScaler.Materialization.Effects;

/// <summary>Rows that merely refer to what is deleted forget it.</summary>
internal sealed class ClearReferencesKind : ConsequenceKind<ClearReferences>
{
    /// <param name="depth">How many levels stand above; it tells their variables apart.</param>
    public static IEnumerable<Statement> Of(ClearReferences consequence, Expression key, int depth)
    {
        var child = $"{consequence.Child.Singular}_{depth}";
        yield return new ForEach(child, Referring(consequence.Child, consequence.Column, key),
            [new Update(consequence.Child.Name, [Member(Var(child), consequence.Child.Key.Name)], [Set(consequence.Column.Name, Null)], null)]);
    }

    /// <summary>The rows whose column refers to a key.</summary>
    public static Select Referring(TableModel table, ColumnModel column, Expression key) => new(table.Name, "c", Eq(Member(Var("c"), column.Name), key));

    protected override IEnumerable<Statement> Do(ClearReferences consequence, Expression row, ProgramScope scope) =>
        Of(consequence, Member(row, consequence.Parent.Key.Name), 0);

    protected override IEnumerable<string> Rules(ClearReferences consequence, ToolModel tool) => [Rule(consequence, tool)];

    /// <summary>The rule of the references that are emptied, whatever deletes the row that they lead to.</summary>
    public static string Rule(ClearReferences consequence, ToolModel tool) =>
        $"`{tool.Name}` empties the {Words.Phrase(consequence.Column.Name)} of the {Words.Phrase(consequence.Child.Name)} "
            + $"that refer to the {Words.Phrase(consequence.Parent.Singular)}.";
}
