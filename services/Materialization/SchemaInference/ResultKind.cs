namespace AgentScaler.Materialization.SchemaInference;

/// <summary>The form of a tool's successful result.</summary>
internal enum ResultKind
{
    /// <summary>Nothing is declared.</summary>
    Unknown,
    Scalar,
    Entity,
    Collection,
}
