namespace AgentScaler.Environments.Schema;

/// <summary>The tables of one domain. Names are unique; <c>_session</c> is reserved.</summary>
public sealed record DatabaseSchema(IReadOnlyList<TableSchema> Tables)
{
    public TableSchema? Table(string name) => Tables.FirstOrDefault(t => t.Name == name);
}
