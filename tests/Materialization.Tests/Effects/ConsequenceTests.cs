using AgentScaler.Effects;
using AgentScaler.Environments.Values;
using static AgentScaler.Materialization.Tests.Effects.Harbour;

namespace AgentScaler.Materialization.Tests.Effects;

/// <summary>Consequences say what must have become of which rows, and nothing where a row or a value is missing.</summary>
public sealed class ConsequenceTests
{
    private static readonly ColumnModel Left = Boats.Column("berths_left")!;
    private static readonly ColumnModel Crew = Boats.Column("crew")!;
    private static readonly ColumnModel Docked = Boats.Column("docked_at")!;
    private static readonly ColumnModel State = Trips.Column("state")!;
    private static readonly ColumnModel Stops = Trips.Column("stops")!;
    private static readonly ChildRows TripsOfBoat = new(Trips, Trips.Column("boat_id")!, Boat);
    private static readonly ToolParameter Name = Parameter("name", "string");

    [Theory]
    [InlineData(-1, "boats b1.berths_left -3")]
    [InlineData(1, "boats b1.berths_left +3")]
    public void An_amount_is_taken_from_a_number_or_added_to_it(int sign, string expected) =>
        Becomes(expected, new Adjust(Boat, Left, new ArgumentTerm(Seats), sign), ("boat_id", "b1"), ("seats", 3));

    [Fact]
    public void An_amount_may_stand_in_the_row_that_the_call_is_about() =>
        Becomes("boats b1.berths_left +2", new Adjust(BoatOfTrip, Left, new CellTerm(Trip, Trips.Column("berths")!), 1), ("trip_id", "t2"));

    [Fact]
    public void Nothing_is_added_where_the_row_the_number_or_the_amount_is_missing()
    {
        var adjust = new Adjust(Boat, Left, new ArgumentTerm(Seats), -1);
        Becomes("", adjust, ("boat_id", "none"), ("seats", 3));
        Becomes("", adjust, ("boat_id", "b1"));
        Becomes("", new Adjust(Boat, Docked, new ArgumentTerm(Seats), -1), ("boat_id", "b1"), ("seats", 3));
        Becomes("", new Adjust(BoatOfTrip, Left, new ArgumentTerm(Seats), -1), ("trip_id", "t3"), ("seats", 3));
    }

    [Fact]
    public void A_column_is_set_to_a_constant_an_argument_or_a_cell()
    {
        Becomes("trips t1.state = \"closed\"", new Assign(Trip, State, new ConstantTerm("closed")), ("trip_id", "t1"));
        Becomes("trips t1.state = \"x\"", new Assign(Trip, State, new ArgumentTerm(Name)), ("trip_id", "t1"), ("name", "x"));
        Becomes("trips t1.rate = 12.5", new Assign(Trip, Trips.Column("rate")!, new CellTerm(BoatOfTrip, Boats.Column("fare")!)), ("trip_id", "t1"));
    }

    [Fact]
    public void A_column_that_is_set_to_now_tells_the_clock() =>
        Becomes("boats b1.docked_at = now", new Assign(Boat, Docked, new ClockTerm(false)), ("boat_id", "b1"));

    [Fact]
    public void A_column_is_emptied_by_null_and_left_as_it_is_by_a_value_that_is_missing()
    {
        Becomes("boats b1.crew = null", new Assign(Boat, Crew, new ConstantTerm(Value.Null)), ("boat_id", "b1"));
        Becomes("", new Assign(Trip, State, new ArgumentTerm(Name)), ("trip_id", "t1"));
        Becomes("", new Assign(Boat, Crew, new ConstantTerm(Value.Null)), ("boat_id", "none"));
    }

    [Fact]
    public void A_column_of_all_child_rows_is_set() => Becomes("trips t1.state = \"void\"; trips t2.state = \"void\"",
        new AssignDependents(TripsOfBoat, State, new ConstantTerm("void")), ("boat_id", "b1"));

    [Fact]
    public void A_column_of_the_child_rows_of_some_states_is_set() => Becomes("trips t1.state = \"void\"",
        new AssignDependents(TripsOfBoat with { Column = State, Among = ["open"] }, State, new ConstantTerm("void")), ("boat_id", "b1"));

    [Fact]
    public void A_column_of_child_rows_is_emptied_or_tells_the_clock()
    {
        Becomes("trips t1.stops = null; trips t2.stops = null", new AssignDependents(TripsOfBoat, Stops, new ConstantTerm(Value.Null)), ("boat_id", "b1"));
        Becomes("trips t1.starts_at = now; trips t2.starts_at = now",
            new AssignDependents(TripsOfBoat, Trips.Column("starts_at")!, new ClockTerm(false)), ("boat_id", "b1"));
    }

    [Fact]
    public void No_child_row_is_set_where_the_parent_or_the_value_is_missing()
    {
        Becomes("", new AssignDependents(TripsOfBoat, State, new ConstantTerm("void")), ("boat_id", "none"));
        Becomes("", new AssignDependents(TripsOfBoat, State, new ArgumentTerm(Name)), ("boat_id", "b1"));
    }

    [Theory]
    [InlineData("t1", """trips t1.stops = ["Hull","Goole"]""")]
    [InlineData("t2", """trips t2.stops = ["Goole"]""")]
    public void An_item_is_added_at_the_end_of_a_list_that_may_be_missing(string trip, string expected) =>
        Becomes(expected, new AppendItem(Trip, Stops, new ArgumentTerm(Name)), ("trip_id", trip), ("name", "Goole"));

    [Fact]
    public void An_item_may_stand_in_a_list_twice() =>
        Becomes("""trips t1.stops = ["Hull","Hull"]""", new AppendItem(Trip, Stops, new ArgumentTerm(Name)), ("trip_id", "t1"), ("name", "Hull"));

    [Theory]
    [InlineData("Ada", """boats b1.crew = ["Bo"]""")]
    [InlineData("Cy", """boats b1.crew = ["Ada","Bo","Ada"]""")]
    public void Every_item_that_equals_a_value_is_taken_from_a_list(string name, string expected) =>
        Becomes(expected, new RemoveItem(Boat, Crew, new ArgumentTerm(Name)), ("boat_id", "b1"), ("name", name));

    [Fact]
    public void No_list_changes_where_the_row_the_item_or_the_list_is_missing()
    {
        Becomes("", new AppendItem(Trip, Stops, new ArgumentTerm(Name)), ("trip_id", "t1"));
        Becomes("", new AppendItem(Trip, Stops, new ArgumentTerm(Name)), ("trip_id", "none"), ("name", "Goole"));
        Becomes("", new RemoveItem(Trip, Stops, new ArgumentTerm(Name)), ("trip_id", "t2"), ("name", "Hull"));
        Becomes("", new RemoveItem(Boat, Crew, new ArgumentTerm(Name)), ("boat_id", "b1"));
    }

    [Fact]
    public void A_row_is_made_with_what_fills_it_and_with_what_a_new_row_is_born_with()
    {
        var open = State with { Born = new FixedValue("open") };
        var trips = Trips with { Columns = [.. Trips.Columns.Select(c => c == State ? open : c)] };
        Filling[] filled =
            [new(Trips.Column("boat_id")!, new CellTerm(Boat, Boats.Key)), new(Trips.Column("berths")!, new ArgumentTerm(Seats))];
        Becomes("""trips + {"boat_id":"b1","berths":3,"state":"open"}""", new InsertRow(trips, filled), ("boat_id", "b1"), ("seats", 3));
        Becomes("""trips + {"state":"closed"}""", new InsertRow(trips, [new Filling(open, new ConstantTerm("closed"))]));
    }

    /// <summary>The session's clock is not known before the call: what tells it is looked at by itself.</summary>
    [Fact]
    public void A_row_that_is_made_may_tell_the_clock() =>
        Becomes("trips + {}", new InsertRow(Trips, [new Filling(Trips.Column("starts_at")!, new ClockTerm(false))]));

    [Fact]
    public void It_follows_once_for_each_row_that_the_effect_is_about()
    {
        var about = Call().Rows("trips");
        Assert.Equal("boats b1.berths_left +1; boats b1.berths_left +2",
            Told(new Adjust(BoatOfTrip, Left, new CellTerm(Trip, Trips.Column("berths")!), 1).Expect(Call(), about)));
        Assert.Equal("", Told(new Assign(Trip, State, new ConstantTerm("void")).Expect(Call(), [])));
    }

    private static void Becomes(string expected, RowConsequence consequence, params IReadOnlyList<(string Name, Value Value)> arguments)
    {
        var call = Call(arguments);
        IReadOnlyList<ObjectValue> about = consequence.Addresses.Any(a => a.Root.IsMain) ? call.Find(Trip) is { } trip ? [trip] : [] : [call.Rows("boats")[0]];
        Assert.Equal(expected, Told(consequence.Expect(call, about)));
    }

    private static string Told(IEnumerable<Expectation> expected) => string.Join("; ", expected.Select(e => e switch
    {
        Becomes becomes => $"{Place(e, becomes.Column)} = {becomes.Value.ToJson()}",
        TellsTheClock clock => $"{Place(e, clock.Column)} = now",
        Shifts shifts => FormattableString.Invariant($"{Place(e, shifts.Column)} {shifts.By:+0;-0}"),
        Made => $"{e.Table.Name} + {Value.From(e.Row).ToJson()}",
        _ => $"{e.Table.Name} {e.Row["id"].AsString} is gone",
    }));

    private static string Place(Expectation expected, ColumnModel column) => $"{expected.Table.Name} {expected.Row["id"].AsString}.{column.Name}";
}
