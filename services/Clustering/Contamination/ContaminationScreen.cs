using AgentScaler.Clustering.Graphs;
using AgentScaler.Clustering.Profiles;
using AgentScaler.Tools;

namespace AgentScaler.Clustering.Contamination;

/// <summary>
/// Decides what has to be removed from a clustering that still contains the excluded tools. Which domains belong to the benchmark can only be seen while
/// the matching tools are in them.
/// </summary>
/// <param name="DomainsMatching">Number of domains that contain a matching tool, including those left out.</param>
/// <param name="LeftOut">Domains that are left out whole, in order of id.</param>
internal sealed record ContaminationScreen(int DomainsMatching, IReadOnlyList<LeftOutDomain> LeftOut)
{
    /// <param name="all">The domains of all tools, including the excluded ones.</param>
    /// <param name="kept">The tools that were not excluded.</param>
    public static ContaminationScreen Of(IReadOnlyList<ToolDomain> all, IReadOnlyList<ToolProfile> kept)
    {
        var ids = kept.Select(tool => tool.Id).ToHashSet(StringComparer.Ordinal);
        return new ContaminationScreen(
            all.Count(domain => domain.BenchmarkMatches is not null),
            [.. all.Where(DomainContamination.IsLeftOut).Select(domain => new LeftOutDomain(
                domain.Id, domain.Slug, domain.Name, domain.Tools.Count, domain.BenchmarkMatches!, [.. domain.Tools.Where(ids.Contains)]))]);
    }

    /// <summary>The tools that are in no domain that is left out.</summary>
    public List<ToolProfile> Remaining(IEnumerable<ToolProfile> kept)
    {
        var gone = LeftOut.SelectMany(domain => domain.ToolsLeftOut).ToHashSet(StringComparer.Ordinal);
        return [.. kept.Where(tool => !gone.Contains(tool.Id))];
    }
}
