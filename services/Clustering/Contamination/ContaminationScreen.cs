using AgentScaler.Clustering.Graphs;
using AgentScaler.Clustering.Profiles;
using AgentScaler.Tools;

namespace AgentScaler.Clustering.Contamination;

/// <summary>
/// What of a clustering that still holds the excluded tools has to go: which domains are the benchmark's own can only be
/// seen while the tools that match it stand in them.
/// </summary>
/// <param name="DomainsMatching">Domains that hold a tool that matches, left out or not.</param>
/// <param name="LeftOut">Domains that are left out whole, in order of id.</param>
internal sealed record ContaminationScreen(int DomainsMatching, IReadOnlyList<LeftOutDomain> LeftOut)
{
    /// <param name="all">Domains of all tools, the excluded ones among them.</param>
    /// <param name="kept">Tools that were not excluded.</param>
    public static ContaminationScreen Of(IReadOnlyList<ToolDomain> all, IReadOnlyList<ToolProfile> kept)
    {
        var ids = kept.Select(tool => tool.Id).ToHashSet(StringComparer.Ordinal);
        return new ContaminationScreen(
            all.Count(domain => domain.BenchmarkMatches is not null),
            [.. all.Where(DomainContamination.IsLeftOut).Select(domain => new LeftOutDomain(
                domain.Id, domain.Slug, domain.Name, domain.Tools.Count, domain.BenchmarkMatches!, [.. domain.Tools.Where(ids.Contains)]))]);
    }

    /// <summary>The tools that stand in no domain that is left out.</summary>
    public List<ToolProfile> Remaining(IEnumerable<ToolProfile> kept)
    {
        var gone = LeftOut.SelectMany(domain => domain.ToolsLeftOut).ToHashSet(StringComparer.Ordinal);
        return [.. kept.Where(tool => !gone.Contains(tool.Id))];
    }
}
