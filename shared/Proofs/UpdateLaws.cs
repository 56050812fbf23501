using AgentScaler.Environments.Values;

namespace AgentScaler.Proofs;

/// <summary>What a change of an existing row must have done: what was given, nothing else, and shown as it is now.</summary>
internal static class UpdateLaws
{
    /// <param name="row">The row that the call is about, as it was.</param>
    /// <param name="changed">The column that the effect itself changes, and what is wrong with its old and new value. Null if arguments alone say what
    /// changes.</param>
    public static string? Broken(
        ToolModel tool, Situation situation, ObjectValue? row, Value result, StateChanges changes,
            (ColumnModel Column, Func<Value, Value, string?> Wrong)? changed)
    {
        var table = tool.Table!;
        if (row is null)
        {
            return "a row is changed that does not exist";
        }

        var aftermath = Aftermath.Of(tool.Effect, situation, [row]);
        if (aftermath.Broken(changes, table, own: row[table.Key.Name]) is { } beside)
        {
            return beside;
        }

        var after = changes.Updated(table.Name).Where(u => u.Before[table.Key.Name] == row[table.Key.Name]).Select(u => u.After).FirstOrDefault() ?? row;
        foreach (var column in table.Columns)
        {
            var (old, now) = (row[column.Name], after[column.Name]);
            var given = tool.Assignments.FirstOrDefault(a => a.Column == column) is { } binding ? situation.Given(binding.Parameter)
                : (tool.Effect as UpdateEffect)?.Choice?.Given(situation, column) ?? Value.Null;
            var set = (tool.Effect as UpdateEffect)?.Sets.FirstOrDefault(s => s.Column == column);
            var wrong = set is not null ? (now == set.After(old) ? null : $"{column.Name} is {now.ToJson()}, not {set.After(old).ToJson()}")
                : changed is { } own && column == own.Column ? own.Wrong(old, now)
                : !given.IsNull ? IsStored(column, given, old, now) ? null : $"{column.Name} was given and is not stored"
                : now != old && !aftermath.Tells(table, row, column) ? $"{column.Name} changed though nothing asks for it" : null;
            if (wrong is not null)
            {
                return wrong;
            }
        }

        return ResultOracle.Row(tool, result, situation.Shown(tool, after));
    }

    /// <summary>What the column holds in no form is dropped, or leaves it as it was.</summary>
    private static bool IsStored(ColumnModel column, Value given, Value old, Value now) =>
        column.Stored(given) is { } stored ? Matching.Same(now, stored) : now == old || now.IsNull;
}
