using AgentScaler.Tools;

namespace AgentScaler.Clustering.Domains;

/// <summary>
/// Computes a domain's id: the hash of its sorted tool ids. It stays the same until a tool joins or leaves the domain, whatever else the workspace
/// holds.
/// </summary>
public static class DomainIdentity
{
    public static string Of(IEnumerable<string> toolIds)
    {
        string?[] sorted = [.. toolIds.Order(StringComparer.Ordinal)];
        return ContentId.Of("domain", sorted);
    }
}
