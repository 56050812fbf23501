namespace AgentScaler.Materialization.SchemaInference;

/// <summary>The inferred tables of a domain and what each tool is thought to do to them.</summary>
internal sealed class DomainPlan
{
    public List<TablePlan> Tables { get; } = [];

    /// <summary>The user's own database, or null.</summary>
    public DumpAdoption? Dump { get; init; }

    public List<EffectSketch> Sketches { get; } = [];

    public TablePlan? Table(string name) => Tables.FirstOrDefault(t => t.Name == name);
}
