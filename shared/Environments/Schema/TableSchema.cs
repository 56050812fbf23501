namespace AgentScaler.Environments.Schema;

/// <summary>One table: its columns, its primary key, and the column sets in which no two rows may have equal values.</summary>
public sealed record TableSchema(string Name, IReadOnlyList<string> PrimaryKey, IReadOnlyList<ColumnSchema> Columns)
{
    public IReadOnlyList<IReadOnlyList<string>> Unique { get; init; } = [];

    public ColumnSchema? Column(string name) => Columns.FirstOrDefault(c => c.Name == name);
}
