using AgentScaler.Pipeline.Options;
using AgentScaler.Training.Stages;

namespace AgentScaler.Training.Tests.Stages;

public class SampleOptionsTests
{
    [Fact]
    public void Everything_is_trained_unless_a_bound_says_otherwise() =>
        Assert.Equal(20, new SampleOptions().Of(SampleRows.Make(20), 3).Count);

    [Fact]
    public void A_smaller_sample_lies_inside_every_larger_one_and_keeps_the_order()
    {
        var rows = SampleRows.Make(40);
        var (small, large) = (new SampleOptions { Rows = 5 }.Of(rows, 3), new SampleOptions { Rows = 20 }.Of(rows, 3));
        Assert.Equal((5, 20), (small.Count, large.Count));
        Assert.Subset(large.ToHashSet(), small.ToHashSet());
        Assert.Equal(large, rows.Where(large.Contains));
        Assert.NotEqual(large, new SampleOptions { Rows = 20 }.Of(rows, 4));
    }

    [Fact]
    public void Domains_are_taken_whole()
    {
        var sample = new SampleOptions { Domains = 1 }.Of(SampleRows.Make(40), 3);
        Assert.Single(sample.Select(r => r.Domain).Distinct());
        Assert.Equal(20, sample.Count);
        Assert.Equal(4, new SampleOptions { Domains = 1, Rows = 4 }.Of(SampleRows.Make(40), 3).Count);
    }

    [Fact]
    public void A_negative_bound_is_refused() =>
        Assert.Contains("sample1 and sample2",
            Assert.Throws<ArgumentException>(() => new TrainingOptions { Sample1 = new SampleOptions { Rows = -1 } }.Validate()).Message,
            StringComparison.Ordinal);
}
