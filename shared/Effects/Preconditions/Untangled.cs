using AgentScaler.Environments.Programs;
using AgentScaler.Environments.Values;

namespace AgentScaler.Effects;

/// <summary>No row needs what is deleted along with the rows that the call is about.</summary>
/// <param name="Dependents">What is deleted and cleared along with them.</param>
public sealed record Untangled(RowAddress Address, IReadOnlyList<Consequence> Dependents) : Precondition
{
    public override ErrorCode Code => ErrorCode.Conflict;

    public override string Fault => "a row below it that others need";

    public override IEnumerable<RowAddress> Addresses => [Address];

    public override bool KeptByDatabase => true;

    public override bool Holds(Situation situation) => Free(situation, Address.Table, situation.Addressed(Address), Dependents);

    private static bool Free(Situation situation, TableModel table, IReadOnlyList<ObjectValue> gone, IReadOnlyList<Consequence> handled)
    {
        var keys = gone.Select(r => r[table.Key.Name]).ToHashSet();
        foreach (var user in situation.Domain.Tables)
        {
            foreach (var column in user.Columns.Where(c => c.References?.Table == table.Name))
            {
                var users = situation.Rows(user.Name).Where(r => keys.Contains(r[column.Name])).ToList();
                var below = handled.OfType<DeleteDependents>().FirstOrDefault(d => d.Child == user && d.Column == column);
                var freed = below is not null
                    ? Free(situation, user, users, below.Below)
                    : users.Count == 0 || handled.OfType<ClearReferences>().Any(c => c.Child == user && c.Column == column);
                if (!freed)
                {
                    return false;
                }
            }
        }

        return true;
    }
}
