using AgentScaler.Contracts.Messages;
using AgentScaler.Gateway.Orchestration;

namespace AgentScaler.Gateway.Tests;

public sealed class BacklogTests
{
    [Fact]
    public void No_more_units_are_out_than_allowed_and_each_that_is_done_lets_the_next_go()
    {
        var backlog = new Backlog(Enumerable.Range(0, 10).Select(i => new DomainDiscovered("run", $"{i}")), settled: 100);

        Assert.Equal(["0", "1", "2"], Due(settledNow: 100));
        Assert.Empty(Due(settledNow: 100));
        Assert.Equal(["3", "4"], Due(settledNow: 102));
        Assert.Equal(["5", "6", "7", "8", "9"], Due(settledNow: 1000));
        Assert.Empty(Due(settledNow: 2000));

        IEnumerable<string> Due(long settledNow) => backlog.Due(settledNow, ahead: 3).Cast<DomainDiscovered>().Select(unit => unit.DomainId);
    }
}
