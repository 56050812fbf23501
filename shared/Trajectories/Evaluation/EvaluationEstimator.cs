using System.Globalization;

namespace AgentScaler.Trajectories.Evaluation;

/// <summary>
/// Estimates pass^k, the probability that k independent attempts at a task all pass. For a task with n attempts of which c passed, C(c,k)/C(n,k) is
/// unbiased (tau-bench, arXiv 2406.12045, section 3). The mean over tasks is reported. Intervals are percentile bootstraps that resample whole domains,
/// because tasks of one domain share tools and data. If there is only one domain, tasks are resampled.
/// </summary>
public static class EvaluationEstimator
{
    private sealed record TaskScore(string Task, string Domain, int GoldenCalls, int Attempts, int Passed);

    /// <param name="order">The policies in the order of the report and of comparisons. Others follow by name.</param>
    public static EvaluationReport Estimate(
        IReadOnlyCollection<EpisodeOutcome> outcomes,
        IReadOnlyList<string> order,
        long seed,
        double confidence = 0.95,
        int resamples = 2000)
    {
        var rank = order.Select((name, index) => (name, index)).ToDictionary(p => p.name, p => p.index, StringComparer.Ordinal);
        var groups = outcomes
            .GroupBy(o => (o.Suite, o.Policy))
            .OrderBy(g => g.Key.Suite, StringComparer.Ordinal)
            .ThenBy(g => rank.GetValueOrDefault(g.Key.Policy, int.MaxValue))
            .ThenBy(g => g.Key.Policy, StringComparer.Ordinal)
            .Select(g => (g.Key.Suite, g.Key.Policy, Scores: Score(g), Outcomes: g.ToList()))
            .ToList();
        var policies = groups.ConvertAll(g => Describe(g.Policy, g.Suite, g.Scores, g.Outcomes, seed, confidence, resamples));
        var comparisons = new List<PolicyComparison>();
        foreach (var suite in groups.GroupBy(g => g.Suite))
        {
            var list = suite.ToList();
            for (var later = 1; later < list.Count; later++)
            {
                for (var earlier = 0; earlier < later; earlier++)
                {
                    if (Compare(suite.Key, list[earlier].Policy, list[earlier].Scores, list[later].Policy, list[later].Scores, seed, confidence,
                        resamples) is { } c)
                    {
                        comparisons.Add(c);
                    }
                }
            }
        }

        return new EvaluationReport(seed, confidence, resamples, policies) { Comparisons = comparisons };
    }

    /// <summary>C(c,k)/C(n,k): the share of the subsets of k attempts in which all passed.</summary>
    public static double PassHatK(int attempts, int passed, int k)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(passed);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(passed, attempts);
        ArgumentOutOfRangeException.ThrowIfLessThan(k, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(k, attempts);
        var value = 1.0;
        for (var i = 0; i < k; i++)
        {
            value *= Math.Max(0, passed - i) / (double)(attempts - i);
        }
        return value;
    }

    private static List<TaskScore> Score(IEnumerable<EpisodeOutcome> outcomes) => outcomes
        .GroupBy(o => o.Task, StringComparer.Ordinal)
        .OrderBy(g => g.Key, StringComparer.Ordinal)
        .Select(g => new TaskScore(g.Key, g.First().Domain, g.First().GoldenCalls, g.Count(), g.Count(o => o.Passed)))
        .ToList();

    private static PolicyEvaluation Describe(
        string policy, string suite, List<TaskScore> scores, List<EpisodeOutcome> outcomes, long seed, double confidence, int resamples)
    {
        var attempts = scores.Min(s => s.Attempts);
        var values = new SortedDictionary<int, double>();
        var intervals = new SortedDictionary<int, ConfidenceInterval>();
        for (var k = 1; k <= attempts; k++)
        {
            var byTask = scores.ConvertAll(s => (s.Domain, Value: PassHatK(s.Attempts, s.Passed, k)));
            values[k] = Round(byTask.Average(t => t.Value));
            intervals[k] = ClusterBootstrap.Interval(byTask, seed, confidence, resamples);
        }

        return new PolicyEvaluation(
            policy,
            suite,
            scores.Count,
            attempts,
            Keyed(values),
            Keyed(intervals),
            Keyed(new SortedDictionary<int, double>(scores.GroupBy(s => s.GoldenCalls).ToDictionary(g => g.Key, g => Round(g.Average(Rate))))),
            Sorted(scores.GroupBy(s => s.Domain, StringComparer.Ordinal).Select(g => (g.Key, Round(g.Average(Rate))))),
            Sorted(outcomes.Where(o => !o.Passed).GroupBy(o => o.Error ?? "unknown", StringComparer.Ordinal).Select(g => (g.Key, g.Count()))));
    }

    private static PolicyComparison? Compare(
        string suite, string baseline, List<TaskScore> before, string policy, List<TaskScore> after, long seed, double confidence, int resamples)
    {
        var first = before.ToDictionary(s => s.Task, StringComparer.Ordinal);
        var pairs = after.Where(s => first.ContainsKey(s.Task)).Select(s => (s.Domain, Value: Rate(s) - Rate(first[s.Task]))).ToList();
        if (pairs.Count == 0)
        {
            return null;
        }
        var interval = ClusterBootstrap.Interval(pairs, seed, confidence, resamples);
        return new PolicyComparison(
            suite, baseline, policy, pairs.Count, Round(pairs.Average(p => p.Value)), interval, interval.Low > 0 || interval.High < 0);
    }

    private static double Rate(TaskScore score) => score.Passed / (double)score.Attempts;

    /// <summary>Rounds to six digits. More digits are finer than any number of tasks resolves, and sums would differ in their last bits.</summary>
    internal static double Round(double value) => Math.Round(value, 6, MidpointRounding.ToEven);

    private static Dictionary<string, T> Keyed<T>(SortedDictionary<int, T> values) =>
        values.ToDictionary(p => p.Key.ToString(CultureInfo.InvariantCulture), p => p.Value);

    private static SortedDictionary<string, T> Sorted<T>(IEnumerable<(string Key, T Value)> values) =>
        new(values.ToDictionary(p => p.Key, p => p.Value, StringComparer.Ordinal), StringComparer.Ordinal);
}
