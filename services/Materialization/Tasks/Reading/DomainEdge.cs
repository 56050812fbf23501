namespace AgentScaler.Materialization.Tasks.Reading;

/// <summary>A dependency of the domain between two of its tools.</summary>
internal sealed record DomainEdge(ToolModel From, ToolModel To, string Field, string Parameter)
{
    /// <summary>The last member's name of the field's path.</summary>
    public string FieldName { get; } = Field.Replace("[]", "", StringComparison.Ordinal).Split('.')[^1];
}
