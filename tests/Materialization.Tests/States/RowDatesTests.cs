using AgentScaler.Environments.Values;
using AgentScaler.Materialization.SchemaInference;
using AgentScaler.Materialization.States;
using AgentScaler.Materialization.Tests.Recognition;

namespace AgentScaler.Materialization.Tests.States;

/// <summary>How long a thing of the first state lasts, by what it is.</summary>
public sealed class RowDatesTests
{
    [Theory]
    [InlineData("appointment", "2025-03-01T10:00:00Z", "2025-07-05T18:00:00Z", "2025-03-01T10:30:00Z", "an hour or so")]
    [InlineData("visit", "2025-03-01T10:00:00Z", "2025-03-01T12:00:00Z", "2025-03-01T12:00:00Z", "short enough")]
    [InlineData("rental", "2025-03-01T10:00:00Z", "2025-07-05T18:00:00Z", "2025-07-05T18:00:00Z", "may take long")]
    public void What_takes_an_hour_does_not_last_for_months(string thing, string start, string end, string settled, string because)
    {
        var model = ModelFinisher.Finish(Recognised.Plan($"get_{thing}({thing}_id!) -> Thing{{{thing}_id!, starts_at: datetime, ends_at: datetime}}"));
        var row = Value.Object(("starts_at", start), ("ends_at", end)).AsObject;
        Assert.Equal($"{because}: {settled}", $"{because}: {RowDates.Settle(model.Tables[0], row)["ends_at"].AsString}");
    }
}
