using AgentScaler.Effects;
using AgentScaler.Environments.Values;
using static AgentScaler.Materialization.Tests.Effects.Harbour;

namespace AgentScaler.Materialization.Tests.Effects;

/// <summary>Terms say which value they are by rows and arguments alone, and nothing where something is missing.</summary>
public sealed class TermTests
{
    [Fact]
    public void An_argument_is_what_the_caller_gives() => Assert.Equal(3, new ArgumentTerm(Seats).Of(Call(("seats", 3))));

    [Fact]
    public void A_cell_is_read_from_the_row_that_an_argument_names() =>
        Assert.Equal(2, new CellTerm(Boat, Boats.Column("berths_left")!).Of(Call(("boat_id", "b1"))));

    [Fact]
    public void A_cell_is_read_from_the_row_that_another_row_refers_to() =>
        Assert.Equal(12.5, new CellTerm(BoatOfTrip, Boats.Column("fare")!).Of(Call(("trip_id", "t2"))));

    [Fact]
    public void A_cell_of_a_missing_row_is_null()
    {
        Assert.Equal(Value.Null, new CellTerm(Boat, Boats.Column("fare")!).Of(Call(("boat_id", "none"))));
        Assert.Equal(Value.Null, new CellTerm(BoatOfTrip, Boats.Column("fare")!).Of(Call(("trip_id", "t3"))));
    }

    [Fact]
    public void A_cell_of_the_main_row_is_that_of_the_row_that_a_situation_is_about() =>
        Assert.Equal(4, new CellTerm(Trip, Trips.Column("berths")!).Of(Call(("trip_id", "t1")).About(Row(("id", "t9"), ("berths", 4)))));

    [Fact]
    public void Children_are_counted_all_or_those_of_one_state()
    {
        var all = new ChildRows(Trips, Trips.Column("boat_id")!, Boat);
        Assert.Equal(2, new CountTerm(all).Of(Call(("boat_id", "b1"))));
        Assert.Equal(1, new CountTerm(all with { Column = Trips.Column("state"), Among = ["open"] }).Of(Call(("boat_id", "b1"))));
        Assert.Equal(Value.Null, new CountTerm(all).Of(Call(("boat_id", "none"))));
    }

    [Fact]
    public void A_column_or_a_product_of_two_is_summed_over_children()
    {
        var all = new ChildRows(Trips, Trips.Column("boat_id")!, Boat);
        Assert.Equal(3, new SumTerm(all, Trips.Column("berths")!, null).Of(Call(("boat_id", "b1"))));
        Assert.Equal(50.3, new SumTerm(all, Trips.Column("berths")!, Trips.Column("rate")).Of(Call(("boat_id", "b1"))));
    }

    [Fact]
    public void Decimals_are_exact()
    {
        Assert.Equal(0.3, new SumOfTerm(new ConstantTerm(0.1), new ConstantTerm(0.2)).Of(Call()));
        Assert.Equal(0.1, new DifferenceTerm(new ConstantTerm(0.3), new ConstantTerm(0.2)).Of(Call()));
        Assert.Equal(37.5, new ProductTerm(new ArgumentTerm(Seats), new CellTerm(Boat, Boats.Column("fare")!)).Of(Call(("seats", 3), ("boat_id", "b1"))));
    }

    [Fact]
    public void What_is_computed_from_no_number_is_null()
    {
        Assert.Equal(Value.Null, new SumOfTerm(new ConstantTerm("1"), new ConstantTerm(2)).Of(Call()));
        Assert.Equal(Value.Null, new ProductTerm(new ArgumentTerm(Seats), new ConstantTerm(2)).Of(Call()));
    }

    [Fact]
    public void The_length_of_a_list_is_the_number_of_its_items()
    {
        var names = Parameter("names", "array");
        Assert.Equal(2, new LengthTerm(names).Of(Call(("names", Value.From(["a", "b"])))));
        Assert.Equal(0, new LengthTerm(names).Of(Call()));
    }

    [Fact]
    public void The_length_of_a_text_is_the_number_of_its_characters()
    {
        var name = Parameter("name", "string");
        Assert.Equal(3, new LengthTerm(name).Of(Call(("name", "a😀b"))));
        Assert.Equal(0, new LengthTerm(name).Of(Call()));
    }

    [Fact]
    public void Children_are_counted_that_stand_to_an_argument()
    {
        var early = new ChildRows(Trips, Trips.Column("boat_id")!, Boat) { Limits = [new RowLimit(Trips.Column("berths")!, Comparison.Less, Seats)] };
        Assert.Equal(1, new CountTerm(early).Of(Call(("boat_id", "b1"), ("seats", 2))));
        Assert.Equal(2, new CountTerm(early).Of(Call(("boat_id", "b1"), ("seats", 3))));
        Assert.Equal(0, new CountTerm(early).Of(Call(("boat_id", "b1"))));
    }

    [Theory]
    [InlineData("2026-03-01T10:00:00Z", -1440, "2026-02-28T10:00:00Z")]
    [InlineData("2026-02-28", 1440, "2026-03-01")]
    [InlineData("2026-12-31T23:30:00Z", 45, "2027-01-01T00:15:00Z")]
    [InlineData("soon", 45, null)]
    public void A_time_is_moved_by_the_calendar(string time, int minutes, string? expected) =>
        Assert.Equal((Value)expected, new LaterTerm(new ConstantTerm(time), minutes).Of(Call()));

    [Fact]
    public void The_clock_is_that_of_the_session()
    {
        Assert.Equal("2026-01-01T00:00:00Z", new ClockTerm(false).Of(Call()));
        Assert.Equal("2026-01-01", new ClockTerm(true).Of(Call()));
    }

    [Theory]
    [InlineData("a", "b", "a/b")]
    [InlineData("a/b", "..", "a")]
    [InlineData("a", "..", "a")]
    public void A_step_leads_from_a_path_to_another(string from, string step, string to) =>
        Assert.Equal(to, new WalkTerm(new ConstantTerm(from), new ConstantTerm(step)).Of(Call()));

    [Theory]
    [InlineData("Sail", "Oar", "Sail\nOar")]
    [InlineData("Sail\n", "Oar", "Sail\nOar")]
    [InlineData("", "Oar", "Oar")]
    public void What_is_appended_stands_on_a_line_of_its_own(string above, string below, string text) =>
        Assert.Equal(text, new LinesTerm(new ConstantTerm(above), new ConstantTerm(below)).Of(Call()));

    [Fact]
    public void Tables_that_share_their_numbers_go_on_after_the_highest() => Assert.Equal(1, new SharedNumberTerm([Boats, Trips]).Of(Call()));
}
