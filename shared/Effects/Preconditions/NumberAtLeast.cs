using AgentScaler.Environments.Programs;

namespace AgentScaler.Effects;

/// <summary>A number of a row is at least the amount that the call asks for.</summary>
public sealed record NumberAtLeast(RowAddress Address, ColumnModel Column, ToolParameter Amount) : Precondition
{
    public override ErrorCode Code => ErrorCode.PreconditionFailed;

    public override string Fault => "more than there is";

    public override bool Holds(Situation situation) => situation.Find(Address) is not { } row
        || !row[Column.Name].IsNumber || !situation.Given(Amount).IsNumber || row[Column.Name].AsNumber >= situation.Given(Amount).AsNumber;

    public override IEnumerable<Violation> Violations(Situation valid) => valid.Find(Address) is { } row && row[Column.Name].IsNumber
        ? [Violation.By(Amount, Math.Floor(row[Column.Name].AsNumber) + 1)] : [];
}
