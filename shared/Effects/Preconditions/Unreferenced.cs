using AgentScaler.Environments.Programs;

namespace AgentScaler.Effects;

/// <summary>No row of another table needs the rows that are to be deleted.</summary>
/// <param name="User">The table whose rows may need them.</param>
/// <param name="Column">The column that refers to them and must not be null.</param>
public sealed record Unreferenced(RowAddress Address, TableModel User, ColumnModel Column) : Precondition
{
    public override ErrorCode Code => ErrorCode.Conflict;

    public override string Fault => "a row that others need";

    public override IEnumerable<RowAddress> Addresses => [Address];

    public override bool Holds(Situation situation)
    {
        var keys = situation.Addressed(Address).Select(r => r[Address.Table.Key.Name]).ToHashSet();
        return !situation.Rows(User.Name).Any(r => keys.Contains(r[Column.Name]));
    }

    public override IEnumerable<Violation> Violations(Situation valid)
    {
        var needed = valid.Rows(User.Name).Select(r => r[Column.Name]).ToHashSet();
        return Address.All ? [] : valid.Rows(Address.Table.Name).Where(r => needed.Contains(r[Address.Table.Key.Name])).Take(1).Select(Violation.By);
    }
}
