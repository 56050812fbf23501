using AgentScaler.Environments.Schema;

namespace AgentScaler.Effects;

/// <summary>A domain as it is understood: its tables, and what each tool does to them. Programs, laws and policies are derived from it.</summary>
public sealed record DomainModel(IReadOnlyList<TableModel> Tables, IReadOnlyList<ToolModel> Tools)
{
    /// <summary>What holds in every state.</summary>
    public IReadOnlyList<Invariant> Invariants { get; init; } = [];

    public TableModel? Table(string name) => Tables.FirstOrDefault(t => t.Name == name);

    public DatabaseSchema ToSchema() => new([.. Tables.OrderBy(t => t.Name, StringComparer.Ordinal).Select(t => t.ToSchema())]);
}
