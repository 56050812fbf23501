namespace AgentScaler.Effects;

/// <summary>How one value must stand to another.</summary>
public enum Comparison
{
    Less,
    AtMost,
    Equal,
    NotEqual,
    AtLeast,
    Greater,
}
