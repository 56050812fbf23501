using AgentScaler.Materialization.SchemaInference;

namespace AgentScaler.Materialization.Tests.Recognition;

/// <summary>Numbers of a new row that nobody gives: those that say how far something has come begin with none.</summary>
public sealed class BeginningsTests
{
    [Theory]
    [InlineData("spent_today: int", true)]
    [InlineData("failed_attempts: int", true)]
    [InlineData("balance: num", true)]
    [InlineData("points_earned: int", true)]
    [InlineData("totalDonated: num", true)]
    [InlineData("extensions: int", true)]
    [InlineData("owed: int", true)]
    [InlineData("max_attempts: int", false)]
    [InlineData("minimum_balance: num", false)]
    [InlineData("paid_at: int", false)]
    [InlineData("rate: num", false)]
    [InlineData("price: num", false)]
    [InlineData("balance: str", false)]
    public void A_number_that_was_reached_begins_with_none(string member, bool none) =>
        Assert.Equal(none, Beginnings.Of(Recognised.Table($"thing{{id, {member}}}").Columns[1]) is not null);
}
