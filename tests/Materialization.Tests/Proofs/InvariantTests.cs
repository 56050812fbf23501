using AgentScaler.Effects;
using AgentScaler.Environments.States;

namespace AgentScaler.Materialization.Tests.Proofs;

/// <summary>Invariants say by themselves whether a state keeps them.</summary>
public sealed class InvariantTests
{
    [Theory]
    [InlineData("""[{"id":1,"email":"a"},{"id":2,"email":"b"}]""", true)]
    [InlineData("""[{"id":1,"email":"a"},{"id":2,"email":"a"}]""", false)]
    [InlineData("""[{"id":1,"email":null},{"id":2,"email":null}]""", true)]
    [InlineData("[]", true)]
    public void No_two_rows_agree_in_a_unique_set(string rows, bool holds) =>
        Assert.Equal(holds, new UniqueSet("users", ["email"]).Holds(State("users", rows)));

    [Theory]
    [InlineData("""[{"id":1,"status":"open"},{"id":2,"status":"closed"}]""", true)]
    [InlineData("""[{"id":1,"status":"lost"}]""", false)]
    [InlineData("""[{"id":1,"status":null}]""", true)]
    public void A_status_is_one_of_its_life_cycle(string rows, bool holds) =>
        Assert.Equal(holds, new KnownStatus("tickets", "status", ["open", "closed"]).Holds(State("tickets", rows)));

    private static DatabaseState State(string table, string rows) => DatabaseState.Parse($$"""{"{{table}}":{{rows}}}""");
}
