namespace AgentScaler.Materialization.SchemaInference;

/// <summary>The kind of value a JSON Schema node describes.</summary>
internal enum NodeKind
{
    Any,
    String,
    Integer,
    Number,
    Boolean,
    Array,
    Object,
    Null,
}
