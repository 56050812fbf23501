using AgentScaler.Environments.Programs;
using AgentScaler.Environments.Values;

namespace AgentScaler.Effects;

/// <summary>A mark of the row is set, or is not.</summary>
/// <param name="Act">What is refused, as the message says it.</param>
public sealed record FlagIs(RowAddress Address, ColumnModel Column, Value Value, string Act) : Precondition
{
    public override ErrorCode Code => ErrorCode.PreconditionFailed;

    public override string Fault => $"a {Column.Name} that does not allow it";

    public override IEnumerable<RowAddress> Addresses => [Address];

    public override bool Holds(Situation situation) => situation.Find(Address) is not { } row || row[Column.Name] == Value;

    public override bool Admits(Situation situation, ObjectValue row) => row[Column.Name] == Value;

    public override IEnumerable<Violation> Violations(Situation valid) =>
        valid.Rows(Address.Table.Name).Where(r => r[Column.Name] != Value).GroupBy(r => r[Column.Name]).Select(g => Violation.By(g.First()));

    public override string Topic => $"state {Address.Role} {Column.Name}";
}
