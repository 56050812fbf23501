using AgentScaler.Language;

namespace AgentScaler.Materialization.Effects;

/// <summary>Rows in which some columns differ.</summary>
internal sealed class IsUniqueKind : KeptByDatabase<IsUnique>
{
    /// <summary>The rule of columns in which no two rows agree.</summary>
    public static string Rule(ToolModel tool, TableModel table, IEnumerable<string> columns) =>
        $"`{tool.Name}` is refused where another {Words.Phrase(table.Singular)} has the same {string.Join(" and ", columns.Select(Words.Phrase))}.";

    protected override IEnumerable<string> Rules(IsUnique precondition, ToolModel tool) =>
        [Rule(tool, precondition.Table, precondition.Bindings.Select(b => b.Column.Name))];
}
