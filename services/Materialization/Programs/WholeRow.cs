using AgentScaler.Environments.Programs;
using AgentScaler.Environments.Schema;
using AgentScaler.Environments.States.Dumps;

namespace AgentScaler.Materialization.Programs;

/// <summary>How a tool tells a row of an adopted dump: with the rows that stand inside it, and without the number that the adoption gave it.</summary>
internal static class WholeRow
{
    /// <param name="row">A row of the table, or null.</param>
    public static Expression Of(TableModel table, Expression row) => IsAdopted(table) ? new Whole(table.Name, row) : row;

    /// <summary>The same without columns that nobody is told.</summary>
    public static Expression Without(TableModel table, Expression row, IReadOnlyList<ColumnModel> hidden) => hidden.Count == 0 ? Of(table, row)
        : Ast.Op(Operator.Without, [Of(table, row), .. hidden.Select(c => Ast.Constant(c.Name))]);

    /// <summary>What a column is read from: rows may stand inside a container.</summary>
    public static Expression Holding(TableModel table, ColumnModel column, Expression row) =>
        column.Dumped && (column.Type is ColumnType.Array or ColumnType.Object or ColumnType.Any) ? Of(table, row) : row;

    public static bool IsAdopted(TableModel table) => table.Form is not null and not MissingForm;
}
