using AgentScaler.Clustering.Contamination;
using AgentScaler.Clustering.Dependencies;
using AgentScaler.Clustering.Profiles;
using AgentScaler.Pipeline.Options;
using AgentScaler.Tools;

namespace AgentScaler.Clustering.Domains;

/// <summary>Turns a partition into domains with names, ids and dependencies.</summary>
internal static class DomainAssembly
{
    /// <param name="parts">The part of every tool, numbered without a gap.</param>
    public static IReadOnlyList<ToolDomain> Assemble(
        ToolProfile[] tools, int[] parts, ClusteringOptions options, IProgress<ClusteringProgress>? progress, CancellationToken cancellationToken)
    {
        var groups = Enumerable.Range(0, tools.Length).GroupBy(i => parts[i], i => tools[i])
            .Select(group => (Id: DomainIdentity.Of(group.Select(tool => tool.Id)), Tools: (IReadOnlyList<ToolProfile>)[.. group]))
            .OrderBy(group => group.Id, StringComparer.Ordinal).ToArray();
        var names = options.OneDomain is { } name
            ? [.. groups.Select(_ => (name, DomainNamer.Slug(name)))]
            : new DomainNamer([.. groups.Select(group => group.Tools)]).Name([.. groups.Select(group => group.Id)]);
        var domains = new ToolDomain[groups.Length];
        var done = 0;
        Parallel.For(0, groups.Length, new ParallelOptions { MaxDegreeOfParallelism = options.EffectiveThreads, CancellationToken = cancellationToken }, i =>
        {
            domains[i] = new ToolDomain(
                groups[i].Id, names[i].Item2, names[i].Item1,
                [.. groups[i].Tools.Select(tool => tool.Id)],
                DependencyFinder.Find(groups[i].Tools))
            {
                BenchmarkMatches = DomainContamination.Of(groups[i].Tools),
            };
            var finished = Interlocked.Increment(ref done);
            if (finished % 256 == 0 || finished == groups.Length)
            {
                progress?.Report(new ClusteringProgress("dependencies", finished, groups.Length));
            }
        });
        return domains;
    }
}
