using AgentScaler.Effects;
using AgentScaler.Environments.States;
using AgentScaler.Environments.Values;

namespace AgentScaler.Materialization.Tests.Proofs;

/// <summary>Invariants say by themselves whether a state keeps them.</summary>
public sealed class InvariantTests
{
    private const string Lines = """[{"id":1,"order_id":"a","price":2.5,"quantity":2,"state":"open"},{"id":2,"order_id":"a","price":1,"quantity":1,"state":"gone"}]""";

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

    [Theory]
    [InlineData("""[{"id":1,"left":0}]""", true)]
    [InlineData("""[{"id":1,"left":-1}]""", false)]
    [InlineData("""[{"id":1,"left":null}]""", true)]
    public void A_number_is_never_below_nought(string rows, bool holds) => Assert.Equal(holds, new NotNegative("trips", "left").Holds(State("trips", rows)));

    [Theory]
    [InlineData("""[{"id":1,"left":3,"seats":3},{"id":2,"left":0,"seats":9}]""", true)]
    [InlineData("""[{"id":1,"left":4,"seats":3}]""", false)]
    [InlineData("""[{"id":1,"left":"2026-01-01","seats":"2026-01-01"}]""", true)]
    [InlineData("""[{"id":1,"left":"2026-01-02","seats":"2026-01-01"}]""", false)]
    [InlineData("""[{"id":1,"left":null,"seats":3}]""", true)]
    public void Two_columns_are_in_order(string rows, bool holds) => Assert.Equal(holds, new InOrder("trips", "left", "seats").Holds(State("trips", rows)));

    [Theory]
    [InlineData("""[{"id":1,"left":1,"sold":2,"seats":3}]""", true)]
    [InlineData("""[{"id":1,"left":1,"sold":1,"seats":3}]""", false)]
    [InlineData("""[{"id":1,"left":1,"sold":null,"seats":3}]""", true)]
    public void Two_numbers_make_up_a_third(string rows, bool holds) =>
        Assert.Equal(holds, new AddsUp("trips", "left", "sold", "seats").Holds(State("trips", rows)));

    [Theory]
    [InlineData("""[{"id":1,"returned":true,"returned_at":"2026-01-01"},{"id":2,"returned":false,"returned_at":null}]""", true)]
    [InlineData("""[{"id":1,"returned":false,"returned_at":"2026-01-01"}]""", false)]
    [InlineData("""[{"id":1,"returned":true,"returned_at":null}]""", false)]
    [InlineData("""[{"id":1,"returned":true,"returned_at":3},{"id":2,"returned":false,"returned_at":0}]""", true)]
    [InlineData("""[{"id":1,"returned":true,"returned_at":0}]""", false)]
    public void A_mark_agrees_with_what_it_tells_of(string rows, bool holds) =>
        Assert.Equal(holds, new FlagTells("loans", "returned", "returned_at").Holds(State("loans", rows)));

    [Theory]
    [InlineData("""[{"id":1,"status":"shipped","at":"x"},{"id":2,"status":"open","at":null}]""", true)]
    [InlineData("""[{"id":1,"status":"open","at":"x"}]""", false)]
    [InlineData("""[{"id":1,"status":"shipped","at":null}]""", false)]
    public void A_column_is_filled_in_its_statuses_alone(string rows, bool holds) =>
        Assert.Equal(holds, new SetInStatus("orders", "at", "status", ["shipped"], Always: true).Holds(State("orders", rows)));

    [Theory]
    [InlineData(2, null, true)]
    [InlineData(1, null, false)]
    [InlineData(1, "open", true)]
    [InlineData(2, "open", false)]
    public void A_counter_counts_the_rows_that_refer_to_its_row(int count, string? status, bool holds)
    {
        var counted = new Dependents("lines", "order_id", "id") { Column = status is null ? null : "state", Among = status is null ? [] : [Value.From(status)] };
        Assert.Equal(holds, new CountsDependents("orders", "lines", counted).Holds(Orders($$"""{"id":"a","lines":{{count}}}""")));
    }

    [Theory]
    [InlineData(6, true)]
    [InlineData(5, false)]
    public void A_total_is_the_sum_of_its_lines(int total, bool holds) => Assert.Equal(holds,
        new SumsDependents("orders", "total", new Dependents("lines", "order_id", "id"), "price", "quantity").Holds(Orders($$"""{"id":"a","total":{{total}}}""")));

    private static DatabaseState Orders(string order) => DatabaseState.Parse($$"""{"orders":[{{order}}],"lines":{{Lines}}}""");

    private static DatabaseState State(string table, string rows) => DatabaseState.Parse($$"""{"{{table}}":{{rows}}}""");
}
