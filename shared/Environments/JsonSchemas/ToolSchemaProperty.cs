namespace AgentScaler.Environments.JsonSchemas;

/// <summary>One declared member of an object.</summary>
/// <param name="Required">Whether the node that declares it requires it too.</param>
public sealed record ToolSchemaProperty(string Name, ToolSchema Schema, bool Required);
