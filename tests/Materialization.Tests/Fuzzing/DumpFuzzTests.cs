using AgentScaler.Pipeline.Options;

namespace AgentScaler.Materialization.Tests.Fuzzing;

/// <summary>Any JSON object is a world: it is adopted and told whole, and any call on it gets an answer.</summary>
public sealed class DumpFuzzTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Wild_dumps_and_calls_crash_nothing_and_lose_nothing(int seed) => Assert.Null(new DumpCampaign(seed).Run(cases: 3_000));

    [Fact]
    public void A_dump_that_nests_deeper_than_values_do_is_refused_with_the_reason()
    {
        var deep = "{\"orders\":" + string.Concat(Enumerable.Repeat("[", 200)) + string.Concat(Enumerable.Repeat("]", 200)) + "}";
        var made = ToolFixture.Materialize("shop", ToolFixture.Shop(), new MaterializationOptions { DifferentialCalls = 0, MutantsPerTool = 0, State = deep });
        Assert.Contains("depth", made.Rejection, StringComparison.Ordinal);
    }
}
