namespace AgentScaler.Environments.JsonSchemas;

/// <summary>One declared property of an object schema.</summary>
public sealed record SchemaProperty(string Name, SchemaNode Node, bool Required);
