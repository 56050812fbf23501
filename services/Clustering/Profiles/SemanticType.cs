namespace AgentScaler.Clustering.Profiles;

/// <summary>The meaning of a field, as far as name, type and format tell.</summary>
public enum SemanticType
{
    None,
    Identifier,
    Email,
    Phone,
    Url,
    Instant,
    Date,
    Money,
    Quantity,
    Code,
    Text,
    Flag,
}
