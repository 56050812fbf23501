using AgentScaler.Materialization.Tasks.Checks;

namespace AgentScaler.Materialization.Tests.Tasks;

public sealed class ContaminationTests
{
    private const string Benchmark = "Please cancel the order that I placed on the third of March for the blue rain jacket";

    [Fact]
    public void An_intent_copied_from_a_benchmark_is_near_it_and_another_is_not()
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, $$"""{"question":[[{"role":"user","content":"{{Benchmark}}"}]]}""" + "\n");
            var contamination = Contamination.Load([file]);
            Assert.Equal(1, contamination.Overlap(Benchmark));
            Assert.True(contamination.IsNear(Benchmark + " Thanks."));
            Assert.False(contamination.IsNear("I would like to know the status of the shipment that leaves Oslo on Friday evening"));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void A_benchmark_file_that_is_not_there_is_named()
    {
        var missing = Assert.Throws<FileNotFoundException>(() => Contamination.Load(["no-such-benchmark.json"]));
        Assert.Contains("no-such-benchmark.json", missing.Message, StringComparison.Ordinal);
    }
}
