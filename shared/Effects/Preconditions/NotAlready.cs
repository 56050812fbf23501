using AgentScaler.Environments.Programs;

namespace AgentScaler.Effects;

/// <summary>The list that a row holds does not have the item yet.</summary>
public sealed record NotAlready(RowAddress Address, ColumnModel Column, ToolParameter Item) : Precondition
{
    public override ErrorCode Code => ErrorCode.Conflict;

    public override string Fault => "an item that is there already";

    public override IEnumerable<RowAddress> Addresses => [Address];

    public override bool Holds(Situation situation) =>
        situation.Find(Address) is not { } row || !row[Column.Name].IsArray || !row[Column.Name].AsArray.Contains(situation.Given(Item));

    public override IEnumerable<Violation> Violations(Situation valid) => valid.Find(Address) is { } row
        && row[Column.Name] is { IsArray: true, AsArray.Length: > 0 } held
        ? [Violation.By(Item, held.AsArray[0])] : [];
}
