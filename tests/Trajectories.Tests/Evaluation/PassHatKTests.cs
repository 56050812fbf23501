using AgentScaler.Trajectories.Evaluation;

namespace AgentScaler.Trajectories.Tests.Evaluation;

public sealed class PassHatKTests
{
    [Theory]
    [InlineData(4, 4, 4, 1.0)]
    [InlineData(4, 0, 1, 0.0)]
    [InlineData(4, 2, 1, 0.5)]
    [InlineData(4, 2, 2, 1.0 / 6)]
    [InlineData(4, 2, 3, 0.0)]
    [InlineData(5, 3, 2, 0.3)]
    public void It_is_the_share_of_subsets_of_k_attempts_that_all_passed(int attempts, int passed, int k, double expected) =>
        Assert.Equal(expected, EvaluationEstimator.PassHatK(attempts, passed, k), 12);

    [Fact]
    public void It_equals_counting_the_subsets_one_by_one()
    {
        const int Attempts = 7;
        for (var passed = 0; passed <= Attempts; passed++)
        {
            for (var k = 1; k <= Attempts; k++)
            {
                var subsets = Enumerable.Range(0, 1 << Attempts).Where(s => int.PopCount(s) == k).ToList();
                var winning = subsets.Count(s => s >> passed == 0);
                Assert.Equal(winning / (double)subsets.Count, EvaluationEstimator.PassHatK(Attempts, passed, k), 12);
            }
        }
    }

    [Theory]
    [InlineData(3, 4, 1)]
    [InlineData(3, -1, 1)]
    [InlineData(3, 1, 0)]
    [InlineData(3, 1, 4)]
    public void What_was_not_measured_is_refused(int attempts, int passed, int k) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => EvaluationEstimator.PassHatK(attempts, passed, k));
}
