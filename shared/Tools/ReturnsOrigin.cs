namespace AgentScaler.Tools;

/// <summary>Whether the source declared the return schema or it was inferred.</summary>
public enum ReturnsOrigin
{
    Declared,
    Inferred,
}
