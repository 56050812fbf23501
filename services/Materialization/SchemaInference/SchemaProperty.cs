namespace AgentScaler.Materialization.SchemaInference;

/// <summary>One declared property of an object schema.</summary>
internal sealed record SchemaProperty(string Name, SchemaNode Node, bool Required);
