namespace AgentScaler.Materialization.Tests.Invariants;

/// <summary>
/// In which statuses a column is filled, by its description. A row cites a member of a parcel that is announced, deposited and then collected
/// or recalled.
/// </summary>
public sealed class StatedStepsTests
{
    [Theory]
    [InlineData("shelf \"Null unless deposited.\"", "deposited")]
    [InlineData("shelf \"Six digits while the parcel is deposited, otherwise null.\"", "deposited")]
    [InlineData("shelf \"Set while deposited.\"", "deposited")]
    [InlineData("shelf \"Only present when the status is `deposited`.\"", "deposited")]
    [InlineData("shelf \"Present once collected.\"", "collected")]
    [InlineData("shelf \"Null until deposited.\"", "deposited|collected|recalled")]
    [InlineData("shelf \"null before collection\"", "collected")]
    [InlineData("shelf \"Null unless the parcel has been recalled.\"", "recalled")]
    [InlineData("shelf \"null unless collected or recalled\"", "collected|recalled")]
    [InlineData("shelf \"Null while announced.\"", "deposited|collected|recalled")]
    [InlineData("shelf \"null in announced\"", "deposited|collected|recalled")]
    [InlineData("shelf \"Null until the customs paper is signed.\"", "")]
    [InlineData("shelf \"A note, null if there is none.\"", "")]
    public void A_description_says_when_a_column_is_filled(string member, string statuses)
    {
        const string parcel = "Parcel{id!, status!: announced|deposited|collected|recalled}";
        var tools = $"GET /parcels/{{id}} getParcel() -> Parcel{{id!, status!: announced|deposited|collected|recalled, {member.Replace("shelf", "shelf: str?", StringComparison.Ordinal)}}} & "
            + $"POST /parcels/{{id}}/deposit depositParcel() -> {parcel} -- Deposits an announced parcel. & "
            + $"POST /parcels/{{id}}/collect collectParcel() -> {parcel} -- Collects a deposited parcel. & "
            + $"POST /parcels/{{id}}/recall recallParcel() -> {parcel} -- Recalls a deposited parcel.";
        Assert.Equal($"{member}: {(statuses.Length == 0 ? "" : $"parcels.shelf always in {statuses}")}", $"{member}: {Kept.Always(tools)}{Kept.AtFirst(tools)}");
    }
}
