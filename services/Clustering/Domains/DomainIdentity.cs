using AgentScaler.Tools;

namespace AgentScaler.Clustering.Domains;

/// <summary>A domain's id is the hash of its sorted tool ids: it lasts as long as no tool joins or leaves the domain, whatever else the workspace holds.</summary>
public static class DomainIdentity
{
    public static string Of(IEnumerable<string> toolIds)
    {
        string?[] sorted = [.. toolIds.Order(StringComparer.Ordinal)];
        return ContentId.Of("domain", sorted);
    }
}
