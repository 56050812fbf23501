using AgentScaler.Effects;
using AgentScaler.Materialization.Effects;
using static AgentScaler.Materialization.Tests.Effects.Harbour;

namespace AgentScaler.Materialization.Tests.Effects;

/// <summary>Which rules an effect can have, and why not the others.</summary>
public sealed class RuleFitTests
{
    private static readonly ColumnModel Berths = Trips.Column("berths")!;
    private static readonly ColumnModel State = Trips.Column("state")!;
    private static readonly ColumnBinding ById = new(Trips.Key, TripId);
    private static readonly ColumnBinding BySeats = new(Berths, Seats);

    /// <summary>Effects on trips; those that store arguments store <c>berths</c>.</summary>
    private static readonly Dictionary<string, Effect> Effects = new(StringComparer.Ordinal)
    {
        ["create"] = new CreateEffect(Trips, null, [], [BySeats]),
        ["create_many"] = new CreateManyEffect(Trips, [], [BySeats], Parameter("trips", "array"), []),
        ["update"] = new UpdateEffect(Trips, ById, [], [BySeats]),
        ["upsert"] = new UpsertEffect(Trips, ById, [], [BySeats]),
        ["transition"] = new TransitionEffect(Trips, ById, [], [BySeats], State, "closed"),
        ["link"] = new LinkEffect(Trips, ById, [], [], Trips.Column("stops")!, Parameter("stop", "string")),
        ["delete"] = new DeleteEffect(Trips, ById, [], []),
        ["delete_many"] = new DeleteManyEffect(Trips, [], [], []),
    };

    private static readonly Dictionary<string, Consequence> Following = new(StringComparer.Ordinal)
    {
        ["berths are set"] = new Assign(Trip, Berths, new ConstantTerm(1)),
        ["state is set"] = new Assign(Trip, State, new ConstantTerm("open")),
        ["berths rise"] = new Adjust(Trip, Berths, new ConstantTerm(1), 1),
        ["stops are added to"] = new AppendItem(Trip, Trips.Column("stops")!, new ConstantTerm("Hull")),
        ["the boat's berths fall"] = new Adjust(Boat, Boats.Column("berths_left")!, new ConstantTerm(1), -1),
        ["the trip's boat docks"] = new Assign(BoatOfTrip, Boats.Column("docked_at")!, new ClockTerm(false)),
        ["the boat's berths fall by the trip's"] = new Adjust(Boat, Boats.Column("berths_left")!, new CellTerm(Trip, Berths), -1),
    };

    private static readonly Dictionary<string, Precondition> Demanded = new(StringComparer.Ordinal)
    {
        ["the trip is open"] = new StatusIn(Trip, State, ["open"], "act"),
        ["the trip has berths"] = new Compares(new CellTerm(Trip, Berths), Comparison.AtLeast, new ConstantTerm(1)),
        ["the trip's boat has berths"] = new Compares(new CellTerm(BoatOfTrip, Boats.Column("berths_left")!), Comparison.AtLeast, new ConstantTerm(1)),
        ["the boat has berths"] = new Compares(new CellTerm(Boat, Boats.Column("berths_left")!), Comparison.AtLeast, new ArgumentTerm(Seats)),
        ["seats are asked for"] = new Positive(Seats),
    };

    [Theory]
    // An argument fills a column of a new row, whatever rule there is; the others are set by rules.
    [InlineData("create", "berths are set", "an argument fills the berths")]
    [InlineData("create_many", "berths are set", "an argument fills the berths")]
    [InlineData("create", "state is set", null)]
    [InlineData("create_many", "state is set", null)]
    // A new row has nothing yet that could be changed.
    [InlineData("create", "berths rise", "a new row has no berths to change")]
    [InlineData("create_many", "stops are added to", "a new row has no stops to change")]
    [InlineData("upsert", "berths rise", "a new row has no berths to change")]
    [InlineData("upsert", "state is set", null)]
    // A new row leads to others as soon as it is made; one that may be there already does not.
    [InlineData("create", "the trip's boat docks", null)]
    [InlineData("create", "the boat's berths fall by the trip's", null)]
    [InlineData("upsert", "the trip's boat docks", "the row is still to be made")]
    [InlineData("upsert", "the boat's berths fall by the trip's", "the row is still to be made")]
    [InlineData("upsert", "the boat's berths fall", null)]
    // The tool's own act stands above a rule about the same column.
    [InlineData("transition", "state is set", "the tool itself changes the state")]
    [InlineData("transition", "berths are set", null)]
    [InlineData("link", "stops are added to", "the tool itself changes the stops")]
    [InlineData("link", "state is set", null)]
    // Nothing is set in a row that is deleted, but what it leads to can change.
    [InlineData("delete", "state is set", "the row is deleted")]
    [InlineData("delete", "berths rise", "the row is deleted")]
    [InlineData("delete_many", "state is set", "the row is deleted")]
    [InlineData("delete", "the trip's boat docks", null)]
    [InlineData("delete_many", "the boat's berths fall by the trip's", null)]
    [InlineData("update", "berths rise", null)]
    [InlineData("update", "the trip's boat docks", null)]
    public void What_follows_fits_or_does_not_for_a_reason(string effect, string follows, string? because) =>
        Assert.Equal(because, RuleFit.Against(Effects[effect], Following[follows]));

    [Theory]
    // Nothing can be demanded of a row that is still to be made, nor of what it leads to.
    [InlineData("create", "the trip is open", "the row is still to be made")]
    [InlineData("create", "the trip's boat has berths", "the row is still to be made")]
    [InlineData("create_many", "the trip has berths", "the row is still to be made")]
    [InlineData("upsert", "the trip is open", "the row is still to be made")]
    [InlineData("create", "the boat has berths", null)]
    [InlineData("create_many", "the boat has berths", null)]
    [InlineData("upsert", "seats are asked for", null)]
    // A demand on one row says nothing of any number of rows.
    [InlineData("delete_many", "the trip is open", "it is about any number of rows")]
    [InlineData("delete_many", "the boat has berths", null)]
    [InlineData("update", "the trip is open", null)]
    [InlineData("delete", "the trip's boat has berths", null)]
    [InlineData("transition", "the trip has berths", null)]
    public void What_is_demanded_fits_or_does_not_for_a_reason(string effect, string demanded, string? because) =>
        Assert.Equal(because, RuleFit.Against(Effects[effect], Demanded[demanded]));

    /// <summary>An argument that a rule adds to a column, or sets it by, is not stored there too.</summary>
    [Theory]
    [InlineData("update", "berths rise", false)]
    [InlineData("update", "berths are set", false)]
    [InlineData("update", "state is set", true)]
    [InlineData("update", "the boat's berths fall by the trip's", true)]
    [InlineData("transition", "berths rise", false)]
    [InlineData("upsert", "berths are set", false)]
    public void A_rule_takes_the_place_of_an_assignment(string effect, string follows, bool stored)
    {
        var settled = RuleFit.Settled(Effects[effect], [], [Following[follows]]);
        Assert.Equal(stored ? [BySeats] : [], ((IAssigning)settled).Assignments);
        Assert.Equal([Following[follows]], settled.Consequences);
    }

    /// <summary>A precondition that does not tell of which rows it speaks would be demanded of rows that are not there.</summary>
    [Fact]
    public void Every_precondition_that_holds_a_row_tells_it()
    {
        var silent = typeof(Precondition).Assembly.GetTypes().Where(t => !t.IsAbstract && t.IsSubclassOf(typeof(Precondition)))
            .Where(t => t.GetProperties().Any(p => p.PropertyType == typeof(RowAddress) || p.PropertyType == typeof(Term)))
            .Where(t => t.GetProperty(nameof(Precondition.Addresses))!.DeclaringType != t);
        Assert.Empty(silent);
    }
}
