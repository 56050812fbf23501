using AgentScaler.Environments.Values;

namespace AgentScaler.Effects;

/// <summary>A column of the changed row tells when: the session's clock, unless the caller gives the value.</summary>
/// <param name="Unless">The parameter that may give it, or null.</param>
public sealed record StampClock(TableModel Table, ColumnModel Column, ToolParameter? Unless) : Consequence
{
    public override IEnumerable<Expectation> Expect(Situation before, IReadOnlyList<ObjectValue> rows) =>
        Unless is not null && !before.Given(Unless).IsNull ? [] : rows.Select(r => new TellsTheClock(Table, r, Column));
}
