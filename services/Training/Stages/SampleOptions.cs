using AgentScaler.Tools;
using AgentScaler.Trajectories;

namespace AgentScaler.Training.Stages;

/// <summary>
/// Options for training on a part of a dataset, for curves over its size and its number of domains. The part is chosen by hash. With the same seed, a
/// smaller number of rows (or of domains) gives a part of the sample of a larger one.
/// </summary>
public sealed record SampleOptions
{
    /// <summary>Most rows; 0 takes all.</summary>
    public int Rows { get; init; }

    /// <summary>Most domains; 0 takes all.</summary>
    public int Domains { get; init; }

    /// <summary>The rows of the sample, in the order given.</summary>
    public IReadOnlyList<DatasetRow> Of(IReadOnlyList<DatasetRow> rows, long seed)
    {
        var domains = First(rows.Select(r => r.Domain).Distinct(StringComparer.Ordinal), Domains, "sample_domain", seed);
        var inside = rows.Where(r => domains.Contains(r.Domain)).ToList();
        var chosen = First(inside.Select(r => r.Trajectory), Rows, "sample_row", seed);
        return [.. inside.Where(r => chosen.Contains(r.Trajectory))];
    }

    /// <exception cref="ArgumentException">A number is negative.</exception>
    public void Validate()
    {
        if (Rows < 0 || Domains < 0) throw new ArgumentException("Training options sample1 and sample2 must hold numbers of rows and domains of 0 (all) or more.");
    }

    private static HashSet<string> First(IEnumerable<string> names, int most, string kind, long seed) =>
        [.. most == 0 ? names : names.OrderBy(n => ContentId.Of(kind, $"{seed}", n), StringComparer.Ordinal).Take(most)];
}
