using AgentScaler.Effects;
using AgentScaler.Environments.JsonSchemas;
using AgentScaler.Environments.Schema;
using AgentScaler.Environments.States;
using AgentScaler.Environments.Values;

namespace AgentScaler.Materialization.Tests.Effects;

/// <summary>One boat with two trips and a trip without a boat, and calls that name them.</summary>
internal static class Harbour
{
    public static TableModel Boats { get; } = Table("boats", "boat",
        ("id", ColumnType.String), ("berths_left", ColumnType.Integer), ("fare", ColumnType.Number), ("crew", ColumnType.Array),
        ("docked_at", ColumnType.Datetime));

    public static TableModel Trips { get; } = Table("trips", "trip",
        ("id", ColumnType.String), ("boat_id", ColumnType.String), ("berths", ColumnType.Integer), ("rate", ColumnType.Number), ("state", ColumnType.String),
        ("starts_at", ColumnType.Datetime), ("stops", ColumnType.Array));

    public static ToolParameter BoatId { get; } = Parameter("boat_id", "string");

    public static ToolParameter TripId { get; } = Parameter("trip_id", "string");

    public static ToolParameter Seats { get; } = Parameter("seats", "integer");

    /// <summary>The boat that an argument names.</summary>
    public static RowAddress Boat { get; } = RowAddress.Named(Boats, new ColumnBinding(Boats.Key, BoatId));

    /// <summary>The trip that the call is about.</summary>
    public static RowAddress Trip { get; } = new(RowAddress.Main, Trips, new ColumnBinding(Trips.Key, TripId), [], []);

    /// <summary>The boat that the trip refers to.</summary>
    public static RowAddress BoatOfTrip { get; } = Trip.Through(Trips.Column("boat_id")!, Boats);

    public static Situation Call(params IReadOnlyList<(string Name, Value Value)> arguments) => new(
        new DomainModel([Boats, Trips], []),
        DatabaseState.From(
        [
            KeyValuePair.Create("boats", (IReadOnlyList<ObjectValue>)
                [Row(("id", "b1"), ("berths_left", 2), ("fare", 12.5), ("crew", Value.From(["Ada", "Bo", "Ada"])), ("docked_at", Value.Null))]),
            KeyValuePair.Create("trips", (IReadOnlyList<ObjectValue>)
            [
                Row(("id", "t1"), ("boat_id", "b1"), ("berths", 1), ("rate", 10.1), ("state", "open"), ("stops", Value.From(["Hull"]))),
                Row(("id", "t2"), ("boat_id", "b1"), ("berths", 2), ("rate", 20.1), ("state", "closed"), ("stops", Value.Null)),
                Row(("id", "t3"), ("boat_id", Value.Null), ("berths", 5), ("rate", 1), ("state", "open"), ("stops", Value.Null)),
            ]),
        ]),
        Value.Object([.. arguments]));

    public static ObjectValue Row(params IReadOnlyList<(string Name, Value Value)> members) => Value.Object([.. members]).AsObject;

    public static ToolParameter Parameter(string name, string type)
    {
        using var document = System.Text.Json.JsonDocument.Parse($$"""{"type":"{{type}}"}""");
        return new ToolParameter(name, SchemaDocument.Read(document.RootElement.Clone()), true, null, false);
    }

    private static TableModel Table(string name, string singular, params IReadOnlyList<(string Name, ColumnType Type)> columns)
    {
        List<ColumnModel> made = [.. columns.Select(c => new ColumnModel(name, c.Name, c.Type)
        {
            References = c.Name == "boat_id" ? new ColumnReference("boats", "id") : null,
        })];
        return new TableModel(name, singular, made[0], made);
    }
}
