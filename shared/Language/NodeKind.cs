namespace AgentScaler.Language;

/// <summary>The kind of value a JSON Schema node describes.</summary>
public enum NodeKind
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
