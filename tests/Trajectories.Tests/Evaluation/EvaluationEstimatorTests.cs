using System.Text.Json;
using AgentScaler.Tools;
using AgentScaler.Trajectories.Evaluation;

namespace AgentScaler.Trajectories.Tests.Evaluation;

public sealed class EvaluationEstimatorTests
{
    [Fact]
    public void Pass_hat_k_is_averaged_over_tasks_up_to_the_fewest_attempts()
    {
        var report = Estimate([.. Attempts("base", "t1", "shop", 2, true, true), .. Attempts("base", "t2", "shop", 2, true, false)]);

        var policy = Assert.Single(report.Policies);
        Assert.Equal(2, policy.Tasks);
        Assert.Equal(0.75, policy.PassHatK["1"]);
        Assert.Equal(0.5, policy.PassHatK["2"]);
        Assert.DoesNotContain("3", policy.PassHatK.Keys);
    }

    [Fact]
    public void Accuracy_is_told_by_number_of_golden_calls_and_errors_by_kind()
    {
        var policy = Estimate(
        [
            .. Attempts("base", "short", "shop", 1, true),
            .. Attempts("base", "long", "shop", 5, false),
            .. Attempts("base", "longer", "shop", 5, true),
        ]).Policies.Single();

        Assert.Equal(1, policy.AccuracyByCalls["1"]);
        Assert.Equal(0.5, policy.AccuracyByCalls["5"]);
        Assert.Equal(1, policy.Errors["state_mismatch"]);
    }

    [Fact]
    public void An_interval_holds_its_estimate_and_widens_when_domains_disagree()
    {
        var agreeing = Estimate([.. Many("base", d => d % 2 == 0, perDomain: true)]).Policies.Single();
        var mixed = Estimate([.. Many("base", t => t % 2 == 0, perDomain: false)]).Policies.Single();

        Assert.InRange(agreeing.PassHatK["1"], agreeing.Intervals["1"].Low, agreeing.Intervals["1"].High);
        Assert.True(Width(agreeing) > Width(mixed), $"{Width(agreeing)} against {Width(mixed)}");

        static double Width(PolicyEvaluation policy) => policy.Intervals["1"].High - policy.Intervals["1"].Low;
    }

    [Fact]
    public void Policies_are_compared_on_the_tasks_that_both_attempted()
    {
        var report = Estimate(
        [
            .. Many("base", _ => false, perDomain: false),
            .. Many("stage1", t => t % 4 != 0, perDomain: false),
            .. Attempts("stage1", "only here", "shop", 1, true),
        ], "base", "stage1");

        var comparison = Assert.Single(report.Comparisons);
        Assert.Equal(("base", "stage1", 80), (comparison.Baseline, comparison.Policy, comparison.Tasks));
        Assert.Equal(0.75, comparison.Difference, 3);
        Assert.True(comparison.Significant);
    }

    [Fact]
    public void The_same_outcomes_in_another_order_give_the_same_bytes()
    {
        var outcomes = Many("base", t => t % 3 == 0, perDomain: false).Concat(Many("stage1", t => t % 2 == 0, perDomain: false)).ToList();

        Assert.Equal(Json(Estimate(outcomes)), Json(Estimate([.. outcomes.AsEnumerable().Reverse()])));

        static string Json(EvaluationReport report) => JsonSerializer.Serialize(report, ContractJson.Options);
    }

    private static EvaluationReport Estimate(IReadOnlyCollection<EpisodeOutcome> outcomes, params string[] order) =>
        EvaluationEstimator.Estimate(outcomes, order, seed: 0, resamples: 500);

    private static IEnumerable<EpisodeOutcome> Attempts(string policy, string task, string domain, int calls, params bool[] passed) =>
        passed.Select((p, i) => new EpisodeOutcome(policy, "held_out", task, domain, calls, i, p, p ? null : "state_mismatch"));

    /// <summary>80 tasks in 8 domains; the rule sees the domain or the task.</summary>
    private static IEnumerable<EpisodeOutcome> Many(string policy, Func<int, bool> passes, bool perDomain) =>
        Enumerable.Range(0, 80).SelectMany(t => Attempts(policy, $"t{t:d2}", $"d{t / 10}", 2, passes(perDomain ? t / 10 : t)));
}
