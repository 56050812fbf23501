using AgentScaler.Environments.Values;

namespace AgentScaler.Materialization.Tests.States;

/// <summary>In an initial state nothing holds more than it has room for, and some things are sold out.</summary>
public sealed class RowBoundsTests
{
    [Theory]
    [InlineData("total_seats", "seats_left")]
    [InlineData("capacity", "spots_left")]
    [InlineData("max_participants", "available_spots")]
    public void What_is_left_lies_between_none_and_all(string capacity, string left)
    {
        var rows = Workshops(capacity, left);
        Assert.All(rows, r => Assert.InRange(r[left].AsNumber, 0, r[capacity].AsNumber));
        Assert.Contains(rows, r => r[left] == 0);
        Assert.True(rows.Count(r => r[left] == 0) < rows.Count);
    }

    [Theory]
    [InlineData("capacity", "seats_left", "seats_booked")]
    [InlineData("total_seats", "available_seats", "booked_seats")]
    public void What_is_left_and_what_is_taken_make_up_the_whole(string capacity, string left, string taken) =>
        Assert.All(Workshops(capacity, left, taken), r => Assert.Equal(r[capacity].AsNumber, r[left].AsNumber + r[taken].AsNumber));

    [Fact]
    public void The_same_seed_gives_the_same_rows() => Assert.Equal(Workshops("capacity", "seats_left"), Workshops("capacity", "seats_left"));

    private static IReadOnlyList<ObjectValue> Workshops(params string[] columns)
    {
        var numbers = string.Join(',', columns.Select(c => $$"""{{Quoted(c)}}:{"type":"integer"}"""));
        var workshop = """{"type":"object","properties":{"workshop_id":{"type":"string"},"title":{"type":"string"},NUMBERS}}"""
            .Replace("NUMBERS", numbers, StringComparison.Ordinal);
        return ToolFixture.Materialize("workshops",
        [
            ToolFixture.Http("get_workshop", "GET", "/workshops/{workshop_id}",
                """{"type":"object","required":["workshop_id"],"properties":{"workshop_id":{"type":"string"}}}""", workshop),
            ToolFixture.Http("list_workshops", "GET", "/workshops", """{"type":"object","properties":{}}""", $$"""{"type":"array","items":{{workshop}}}"""),
        ]).InitialState.Rows("workshops");
    }

    private static string Quoted(string name) => $"\"{name}\"";
}
