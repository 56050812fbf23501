using AgentScaler.Environments.Schema;
using AgentScaler.Environments.Values;

namespace AgentScaler.Tasks.Paths;

/// <summary>One row of one table, by its primary key.</summary>
internal readonly record struct RowKey(string Table, string Key)
{
    public static RowKey Of(TableSchema table, ObjectValue row) =>
        new(table.Name, table.PrimaryKey.Count == 1
            ? row[table.PrimaryKey[0]].ToCanonicalJson()
            : Value.From(table.PrimaryKey.Select(c => row[c])).ToCanonicalJson());
}
