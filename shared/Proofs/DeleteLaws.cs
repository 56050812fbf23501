using AgentScaler.Environments.Values;
using AgentScaler.Language;

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

    /// <summary>The same of a deletion of every row that matches: its result tells the rows, or how many they were.</summary>
    public static string? Many(ToolModel tool, TableEffect effect, Situation situation, Value result, StateChanges changes)
    {
        IReadOnlyList<ObjectValue> rows = [.. situation.Select(effect)];
        return Broken(effect, situation, rows, changes) ?? tool.Result.Kind switch
        {
            ResultKind.Unknown when tool.Returns.Kind != NodeKind.Null => Told(result["deleted"], rows.Count),
            ResultKind.Scalar when tool.Returns.Kind is NodeKind.Integer or NodeKind.Number => Told(result, rows.Count),
            ResultKind.Collection =>
                ResultOracle.Rows(tool, result, [.. rows.Select(r => (situation with { After = null }).Shown(tool, r))], rows.Count, false),
            _ => null,
        };
    }

    private static string? Told(Value number, int deleted) =>
        number == deleted ? null : $"{deleted} rows are gone, the result tells {number.ToJson()}";
}
