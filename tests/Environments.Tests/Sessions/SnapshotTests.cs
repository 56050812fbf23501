using AgentScaler.Environments.Differential;
using AgentScaler.Environments.Sessions;
using AgentScaler.Environments.States;
using AgentScaler.Fixtures;

namespace AgentScaler.Environments.Tests.Sessions;

public sealed class SnapshotTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_session_goes_back_to_any_of_its_snapshots_in_any_order(long seed)
    {
        var chance = new SeededChance(seed);
        var generators = Shop.Definition.Tools.Select((t, i) => new ArgumentGenerator(Shop.Definition, Shop.State, t, seed + i)).ToArray();
        var session = Shop.Compiled.Open();
        var kept = new List<(SessionSnapshot Snapshot, string State, StateHash Hash, string Diff)>();
        for (var i = 0; i < 600; i++)
        {
            var at = chance.Below(generators.Length);
            session.Call(Shop.Definition.Tools[at].Name, generators[at].Valid());
            if (chance.Chance(10))
            {
                kept.Add((session.Snapshot(), session.State().ToJson(), session.Hash, session.Diff().ToJson()));
            }

            if (kept.Count > 0 && chance.Chance(10))
            {
                var (snapshot, state, hash, diff) = chance.Pick(kept);
                session.Restore(snapshot);
                Assert.Equal(state, session.State().ToJson());
                Assert.Equal(hash, session.Hash);
                Assert.Equal(diff, session.Diff().ToJson());
            }
        }
    }

    [Fact]
    public void Sessions_that_part_at_a_snapshot_do_the_same_on_the_same_calls_and_do_not_see_each_other()
    {
        var first = Shop.Compiled.Open();
        first.Ask("create_order", """{"customer_id":"cus_0003","items":[{"sku":"BK-1","quantity":3}]}""");
        var snapshot = first.Snapshot();
        var second = Shop.Compiled.Open(seed: 99);
        second.Restore(snapshot);
        string[] calls = ["""{"status":"open","sort":"note"}""", """{"customer_id":"cus_0003"}"""];
        first.Ask("delete_order", """{"order_id":8}""");
        Assert.True(second.Ask("get_order", """{"order_id":8}""").Ok);
        second.Ask("delete_order", """{"order_id":8}""");
        Assert.All(calls, c => Assert.Equal(first.Ask("list_orders", c), second.Ask("list_orders", c)));
        Assert.Equal(first.State().ToJson(), second.State().ToJson());
    }

    [Fact]
    public void A_snapshot_of_another_environment_is_refused()
    {
        var other = CompiledEnvironment.Compile(Shop.Definition, Shop.State).Open();
        Assert.Throws<ArgumentException>(() => Shop.Compiled.Open().Restore(other.Snapshot()));
    }
}
