using AgentScaler.Clustering.Profiles;
using AgentScaler.Tools;

namespace AgentScaler.Clustering.Contamination;

/// <summary>Judges a domain by its tools that match a benchmark.</summary>
internal static class DomainContamination
{
    /// <summary>Share of matching tools at which a domain counts as the benchmark's own. Its other tools are then left out with it.</summary>
    private const double LeftOutShare = 0.5;

    /// <summary>The benchmarks that the tools match, with the evidence; null if there is none.</summary>
    public static DomainBenchmarkMatches? Of(IReadOnlyList<ToolProfile> tools)
    {
        var matched = tools.Where(tool => tool.BenchmarkMatches is { Count: > 0 }).ToList();
        if (matched.Count == 0)
        {
            return null;
        }

        var entries = matched
            .SelectMany(tool => tool.BenchmarkMatches!.Select(match => (match.Benchmark, match.Entry, tool.Id)))
            .GroupBy(match => (match.Benchmark, match.Entry), match => match.Id)
            .OrderBy(group => group.Key.Benchmark, StringComparer.Ordinal).ThenBy(group => group.Key.Entry, StringComparer.Ordinal)
            .Select(group => new BenchmarkEntryMatch(group.Key.Benchmark, group.Key.Entry, [.. group.Distinct().Order(StringComparer.Ordinal)]));
        return new DomainBenchmarkMatches(matched.Count, Math.Round((double)matched.Count / tools.Count, 6), [.. entries]);
    }

    /// <summary>Whether the domain is left out whole when benchmarks are excluded.</summary>
    public static bool IsLeftOut(ToolDomain domain) =>
        domain.BenchmarkMatches is { } matches && matches.Tools >= LeftOutShare * domain.Tools.Count;
}
