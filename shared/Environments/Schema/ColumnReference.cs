namespace AgentScaler.Environments.Schema;

/// <summary>A foreign key to one column of another table.</summary>
public sealed record ColumnReference(string Table, string Column);
