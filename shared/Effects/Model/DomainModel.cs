using AgentScaler.Environments.Schema;

namespace AgentScaler.Effects;

/// <summary>A domain as it is understood: its tables, and what each tool does to them. Programs, laws and policies are derived from it.</summary>
public sealed record DomainModel(IReadOnlyList<TableModel> Tables, IReadOnlyList<ToolModel> Tools)
{
    /// <summary>What holds in every state.</summary>
    public IReadOnlyList<Invariant> Invariants { get; init; } = [];

    /// <summary>What holds in the first state, although some tool may change it.</summary>
    public IReadOnlyList<Invariant> Tendencies { get; init; } = [];

    /// <summary>Who says what of the tables, by name. Programs and laws do not read it: a fact is no truer for who says it.</summary>
    public IReadOnlyDictionary<string, TableSources> Sources { get; init; } = new Dictionary<string, TableSources>();

    public TableModel? Table(string name) => Tables.FirstOrDefault(t => t.Name == name);

    public DatabaseSchema ToSchema() => new([.. Tables.OrderBy(t => t.Name, StringComparer.Ordinal).Select(t => t.ToSchema())]);
}
