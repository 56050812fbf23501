using AgentScaler.Environments.Programs;
using AgentScaler.Environments.Schema;
using AgentScaler.Environments.Values;

namespace AgentScaler.Effects;

/// <summary>A row holds the item that is to be taken from it: in its list, or as its column's one value.</summary>
public sealed record Linked(RowAddress Address, ColumnModel Column, ToolParameter Item) : Precondition
{
    public override ErrorCode Code => Column.Type == ColumnType.Array ? ErrorCode.NotFound : ErrorCode.PreconditionFailed;

    public override string Fault => "an item that is not there";

    public override IEnumerable<RowAddress> Addresses => [Address];

    public override bool Holds(Situation situation)
    {
        if (situation.Find(Address) is not { } row)
        {
            return true;
        }

        var (held, given) = (row[Column.Name], situation.Given(Item));
        return Column.Type == ColumnType.Array ? held.IsArray && held.AsArray.Contains(given) : Matching.Same(held, given);
    }

    public override bool Admits(Situation situation, ObjectValue row) =>
        row[Column.Name] is { IsNull: false } held && !(held.IsArray && held.AsArray.Length == 0);

    public override IEnumerable<Violation> Violations(Situation valid) => [Violation.ByUnknown(Item, Address.Table.Name, Column.Name)];
}
