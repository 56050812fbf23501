using AgentScaler.Environments.Values;

namespace AgentScaler.Proofs;

/// <summary>What a deletion must have done: the rows are gone, what belongs to them too, and nothing else.</summary>
internal static class DeleteLaws
{
    public static string? Broken(TableEffect effect, Situation situation, IReadOnlyList<ObjectValue> rows, StateChanges changes)
    {
        var (table, gone) = (effect.Table, changes.Deleted(effect.Table.Name).Select(Value.From).ToHashSet());
        return rows.Any(r => !gone.Contains(Value.From(r))) ? $"{rows.Count} rows should be gone, {gone.Count} are"
            : Aftermath.Of(effect, situation, rows).Broken(changes, table, deleted: rows);
    }
}
