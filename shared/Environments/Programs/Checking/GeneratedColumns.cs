using AgentScaler.Environments.Schema;

namespace AgentScaler.Environments.Programs.Checking;

/// <summary>Decides which columns the session fills when an insert leaves them out or gives null.</summary>
internal static class GeneratedColumns
{
    public static bool Is(TableSchema table, ColumnSchema column) =>
        column.Equality == Equality.Generated
        && column.Type is ColumnType.String or ColumnType.Integer or ColumnType.Number
        && (!column.Nullable || table.PrimaryKey.Contains(column.Name));
}
