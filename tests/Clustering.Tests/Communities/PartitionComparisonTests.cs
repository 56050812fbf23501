using AgentScaler.Clustering.Communities;

namespace AgentScaler.Clustering.Tests.Communities;

public class PartitionComparisonTests
{
    [Fact]
    public void Equal_partitions_under_other_numbers_agree_fully() =>
        Assert.Equal(1, PartitionComparison.NormalizedMutualInformation([0, 0, 1, 1], [1, 1, 0, 0]), 12);

    [Fact]
    public void Independent_partitions_do_not_agree_at_all() =>
        Assert.Equal(0, PartitionComparison.NormalizedMutualInformation([0, 0, 1, 1], [0, 1, 0, 1]), 12);

    [Fact]
    public void A_partition_split_in_halves_agrees_in_part() =>
        // Entropies ln 2 and ln 4, information ln 2.
        Assert.Equal(2.0 / 3, PartitionComparison.NormalizedMutualInformation([0, 0, 0, 0, 1, 1, 1, 1], [0, 0, 1, 1, 2, 2, 3, 3]), 12);
}
