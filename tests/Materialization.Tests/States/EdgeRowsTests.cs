using AgentScaler.Effects;
using AgentScaler.Environments.States;
using AgentScaler.Environments.Values;
using AgentScaler.Materialization.SchemaInference;
using AgentScaler.Materialization.States;
using AgentScaler.Materialization.Tests.Recognition;
using AgentScaler.Pipeline.Options;

namespace AgentScaler.Materialization.Tests.States;

/// <summary>In a first state every rule that rows decide is met by some and missed by some, and what always holds holds.</summary>
public sealed class EdgeRowsTests
{
    [Theory]
    [InlineData("get_trip(trip_id!) -> Trip{trip_id!, name!, seats_left: int, price: num} & book_trip(trip_id!, seats!: int) -> Booking{booking_id!, trip_id!, seats!: int, total: num}",
        "trips", "seats_left", "sold out")]
    [InlineData("get_member(member_id!) -> Member{member_id!, name!, points: int} & redeem_points(member_id!, points!: int)", "members", "points", "no points")]
    public void Some_have_nothing_left(string tools, string table, string column, string because)
    {
        var rows = Rows(tools, table);
        Assert.True(rows.Any(r => r[column] == 0) && rows.Count(r => r[column].AsNumber > 0) > 1, because);
    }

    [Theory]
    [InlineData("get_class(class_id!) -> Class{class_id!, title!, capacity!: int} & enroll_student(class_id!, student!) -> Enrollment{enrollment_id!, class_id!, student!}")]
    public void Some_are_full_and_some_have_room(string tools)
    {
        var model = Model(tools);
        var state = State(model);
        var taken = state.Rows("enrollments").CountBy(e => e["class_id"]).ToDictionary(c => c.Key, c => c.Value);
        Assert.Contains(state.Rows("classes"), c => taken.GetValueOrDefault(c["class_id"]) >= c["capacity"].AsNumber);
        Assert.Contains(state.Rows("classes"), c => taken.GetValueOrDefault(c["class_id"]) < c["capacity"].AsNumber);
    }

    [Theory]
    [InlineData("get_post(post_id!) -> Post{post_id!, title!, comment_count: int} & add_comment(post_id!, text!) -> Comment{comment_id!, post_id!, text!}")]
    [InlineData("get_trip(trip_id!) -> Trip{trip_id!, capacity: int, seats_left: int} & book_trip(trip_id!, seats!: int) -> Booking{booking_id!, trip_id!, seats!: int}")]
    [InlineData("get_title(title_id!) -> Title{title_id!, copies: int, copies_available: int}")]
    [InlineData("get_loan(loan_id!) -> Loan{loan_id!, returned: bool, returned_at: datetime?}")]
    [InlineData("get_stay(stay_id!) -> Stay{stay_id!, check_in_date: date, check_out_date: date}")]
    public void What_always_holds_holds_at_first(string tools)
    {
        var model = Model(tools);
        var state = State(model);
        Assert.All(model.Invariants.Concat(model.Tendencies), i => Assert.True(i.Holds(state), i.Fault));
    }

    [Fact]
    public void Orders_cost_what_the_tool_that_makes_them_would_compute()
    {
        var state = State(Model("get_dish(dish_id!) -> Dish{dish_id!, name!, price!: num} & order_dish(dish_id!, quantity!: int) -> Order{order_id!, dish_id!, quantity!: int, total!: num}"));
        var prices = state.Rows("dishes").ToDictionary(d => d["dish_id"], d => d["price"].AsNumber);
        Assert.All(state.Rows("orders"), o => Assert.Equal(prices[o["dish_id"]] * o["quantity"].AsNumber, o["total"].AsNumber, 0.001));
    }

    private static IReadOnlyList<ObjectValue> Rows(string tools, string table) => State(Model(tools)).Rows(table);

    private static DomainModel Model(string tools) => ModelFinisher.Finish(Recognised.Plan(tools));

    private static DatabaseState State(DomainModel model) => new StateGenerator(model, new MaterializationOptions(), 0, "edges").Generate();
}
