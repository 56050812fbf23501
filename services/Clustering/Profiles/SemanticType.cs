namespace AgentScaler.Clustering.Profiles;

/// <summary>What a field means, as far as its name, type and format tell.</summary>
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
