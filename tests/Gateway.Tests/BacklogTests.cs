using AgentScaler.Gateway.Orchestration;

namespace AgentScaler.Gateway.Tests;

public sealed class BacklogTests
{
    [Fact]
    public void No_more_units_are_out_than_allowed_and_each_that_is_done_lets_the_next_go()
    {
        var backlog = new Backlog(Enumerable.Range(0, 10).Select(i => (object)i), settled: 100);

        Assert.Equal([0, 1, 2], backlog.Due(settledNow: 100, ahead: 3));
        Assert.Empty(backlog.Due(settledNow: 100, ahead: 3));
        Assert.Equal([3, 4], backlog.Due(settledNow: 102, ahead: 3));
        Assert.Equal([5, 6, 7, 8, 9], backlog.Due(settledNow: 1000, ahead: 3));
        Assert.Empty(backlog.Due(settledNow: 2000, ahead: 3));
    }
}
