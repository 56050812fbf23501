using AgentScaler.Environments.Schema;

namespace AgentScaler.Materialization.SchemaInference;

/// <summary>The inferred tables of a domain and what each tool does to them.</summary>
internal sealed class DomainPlan
{
    public List<TablePlan> Tables { get; } = [];

    public List<ToolIntent> Intents { get; } = [];

    public TablePlan? Table(string name) => Tables.FirstOrDefault(t => t.Name == name);

    public DatabaseSchema ToSchema() => new([.. Tables.OrderBy(t => t.Name, StringComparer.Ordinal).Select(t => t.ToSchema())]);
}
