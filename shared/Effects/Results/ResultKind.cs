namespace AgentScaler.Effects;

/// <summary>The form of a tool's successful result.</summary>
public enum ResultKind
{
    /// <summary>Nothing is declared.</summary>
    Unknown,
    Scalar,
    Entity,
    Collection,
}
