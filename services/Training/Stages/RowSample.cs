using AgentScaler.Pipeline.Options;
using AgentScaler.Tools;
using AgentScaler.Trajectories;

namespace AgentScaler.Training.Stages;

/// <summary>Chooses the part of a dataset that is trained on, by hash.</summary>
public static class RowSample
{
    /// <summary>The rows of the sample, in the order given.</summary>
    public static IReadOnlyList<DatasetRow> Of(this SampleOptions options, IReadOnlyList<DatasetRow> rows, long seed)
    {
        var domains = First(rows.Select(r => r.Domain).Distinct(StringComparer.Ordinal), options.Domains, "sample_domain", seed);
        var inside = rows.Where(r => domains.Contains(r.Domain)).ToList();
        var chosen = First(inside.Select(r => r.Trajectory), options.Rows, "sample_row", seed);
        return [.. inside.Where(r => chosen.Contains(r.Trajectory))];
    }

    private static HashSet<string> First(IEnumerable<string> names, int most, string kind, long seed) =>
        [.. most == 0 ? names : names.OrderBy(n => ContentId.Of(kind, $"{seed}", n), StringComparer.Ordinal).Take(most)];
}
