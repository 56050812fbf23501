namespace AgentScaler.Language;

/// <summary>The kinds of values that a JSON Schema node can describe.</summary>
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
