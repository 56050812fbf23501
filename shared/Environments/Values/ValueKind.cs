namespace AgentScaler.Environments.Values;

/// <summary>The six kinds of JSON value. Booleans are not numbers.</summary>
public enum ValueKind : byte
{
    Null,
    Boolean,
    Number,
    String,
    Array,
    Object,
}
