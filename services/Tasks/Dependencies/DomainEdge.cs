using AgentScaler.Tasks.Reading;


namespace AgentScaler.Tasks.Dependencies;

/// <summary>A dependency of the domain between two of its tools.</summary>
/// <param name="Field">Path of the field in the producer's result.</param>
/// <param name="Parameter">Path of the consumer's parameter.</param>
/// <param name="Target">The parameter itself, or null if the consumer has no scalar argument at that path.</param>
internal sealed record DomainEdge(ToolModel From, ToolModel To, string Field, string Parameter, ParameterModel? Target)
{
    /// <summary>The name of the last member in the field's path.</summary>
    public string FieldName { get; } = Field.Replace("[]", "", StringComparison.Ordinal).Split('.')[^1];

    public static DomainEdge Of(ToolModel from, ToolModel to, string field, string parameter) =>
        new(from, to, field, parameter, to.Parameters.FirstOrDefault(p => DependencyPath.OfPointer(p.Pointer) == parameter));
}
