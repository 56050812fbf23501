using AgentScaler.Language.Values;

namespace AgentScaler.Trajectories.Evaluation;

/// <summary>A seeded percentile bootstrap of a mean over tasks that resamples clusters with replacement.</summary>
internal static class ClusterBootstrap
{
    public static ConfidenceInterval Interval(
        IReadOnlyCollection<(string Domain, double Value)> tasks, long seed, double confidence, int resamples)
    {
        var clusters = tasks
            .GroupBy(t => t.Domain, StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => (Sum: g.Sum(t => t.Value), Count: g.Count()))
            .ToList();
        // A single cluster always resamples to itself, which would suggest certainty.
        if (clusters.Count == 1)
        {
            clusters = tasks.Select(t => (t.Value, 1)).ToList();
        }

        var random = new SplitMix64(unchecked((ulong)seed));
        var means = new double[resamples];
        for (var r = 0; r < resamples; r++)
        {
            double sum = 0;
            var count = 0;
            for (var i = 0; i < clusters.Count; i++)
            {
                var drawn = clusters[(int)(random.Next() % (ulong)clusters.Count)];
                sum += drawn.Sum;
                count += drawn.Count;
            }

            means[r] = sum / count;
        }

        Array.Sort(means);
        var tail = (1 - confidence) / 2;
        return new ConfidenceInterval(
            EvaluationEstimator.Round(means[(int)Math.Floor(tail * (resamples - 1))]),
            EvaluationEstimator.Round(means[(int)Math.Ceiling((1 - tail) * (resamples - 1))]));
    }
}
