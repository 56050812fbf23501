using System.Text.Json.Serialization;
using AgentScaler.Environments.States.Dumps;

namespace AgentScaler.Environments.Schema;

/// <summary>One table: its columns, its primary key, and the column sets in which no two rows may have equal values.</summary>
public sealed record TableSchema(string Name, IReadOnlyList<string> PrimaryKey, IReadOnlyList<ColumnSchema> Columns)
{
    public IReadOnlyList<IReadOnlyList<string>> Unique { get; init; } = [];

    /// <summary>How the rows stand in the dump that was adopted. Null if no dump has the table.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DumpForm? Form { get; init; }

    public ColumnSchema? Column(string name) => Columns.FirstOrDefault(c => c.Name == name);
}
