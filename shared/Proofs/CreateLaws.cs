using AgentScaler.Environments.Values;

namespace AgentScaler.Proofs;

/// <summary>
/// What a create must have done: each argument bound to a column stands in the new row, each reference of the new row is an argument,
/// a path parent or null, and nothing stands in it that nobody gave.
/// </summary>
internal static class CreateLaws
{
    public static string? One(ToolModel tool, Situation situation, Value result, StateChanges changes)
    {
        var table = tool.Table!;
        if (changes.Inserted(table.Name) is not [var made])
        {
            return $"{changes.Inserted(table.Name).Count} rows were inserted into {table.Name}";
        }

        var aftermath = Aftermath.Of(tool.Effect, situation, [made]);
        return NewRow(tool, situation, made, aftermath)
            ?? aftermath.Broken(changes, table, inserted: 1)
            ?? ResultOracle.Row(tool, result, situation.Shown(tool, made));
    }

    public static string? Many(CreateManyEffect effect, Situation situation, StateChanges changes)
    {
        var (table, items) = (effect.Table, situation.Given(effect.Entries));
        var made = changes.Inserted(table.Name);
        if (!items.IsArray || made.Count != items.AsArray.Length)
        {
            return $"{(items.IsArray ? items.AsArray.Length : 0)} entries made {made.Count} rows";
        }

        // Each entry must be found again in a row of its own.
        var open = made.ToList();
        foreach (var item in items.AsArray)
        {
            var members = effect.Members.Where(m => m.Column.Scalar && !item[m.Property.Name].IsNull).ToList();
            var found = open.FindIndex(r => members.TrueForAll(m => m.Column.Stored(item[m.Property.Name]) is not { } stored || r[m.Column.Name] == stored));
            if (found < 0)
            {
                return "an entry is in no new row";
            }

            var row = open[found];
            if (Referring(table, row, c => effect.Members.Any(m => m.Column == c && !item[m.Property.Name].IsNull)
                || Given(effect.Scope.Concat(effect.Assignments), situation, c)) is { } wrong)
            {
                return wrong;
            }

            open.RemoveAt(found);
        }

        return Aftermath.Of(effect, situation, made).Broken(changes, table, inserted: made.Count);
    }

    /// <summary>Returns the fault of a new row, or null if there is none.</summary>
    private static string? NewRow(ToolModel tool, Situation situation, ObjectValue row, Aftermath aftermath)
    {
        var table = tool.Table!;
        List<ColumnBinding> bindings =
            [.. tool.Assignments, .. tool.Scope, .. tool.Key is { } key && key.Column == table.Key ? [key] : Array.Empty<ColumnBinding>()];
        if (situation.Rows(table.Name).Any(r => r[table.Key.Name] == row[table.Key.Name]))
        {
            return "the new key is taken already";
        }

        foreach (var column in table.Columns.Where(c => c != table.Key || bindings.Exists(b => b.Column == c)))
        {
            var binding = bindings.Find(b => b.Column == column);
            var given = binding is null ? Value.Null : situation.Given(binding.Parameter);
            var stored = row[column.Name];
            if (!given.IsNull)
            {
                if (column.Stored(given) is { } expected && !Matching.Same(stored, expected))
                {
                    return $"{column.Name} was given and is not stored";
                }

                continue;
            }

            if (column != table.Key
                && !aftermath.Tells(table, row, column)
                && Untold(column, stored) is { } wrong
                && !(binding?.Parameter.Node.Default is { IsNull: false }))
            {
                return wrong;
            }
        }

        return Referring(table, row, c => Given(bindings, situation, c) || aftermath.Tells(table, row, c));
    }

    /// <summary>A reference that no argument and no parent gives leads nowhere.</summary>
    private static string? Referring(TableModel table, ObjectValue row, Func<ColumnModel, bool> given) => table.Columns
        .Where(c => c.References is not null && c != table.Key && !row[c.Name].IsNull && !given(c))
        .Select(c => $"{c.Name} refers to a row that nobody named").FirstOrDefault();

    private static bool Given(IEnumerable<ColumnBinding> bindings, Situation situation, ColumnModel column) =>
        bindings.Any(b => b.Column == column && !situation.Given(b.Parameter).IsNull);

    /// <summary>What a column must hold that no argument fills.</summary>
    private static string? Untold(ColumnModel column, Value stored) => column.Born switch
    {
        ClockValue => SessionClock.Tells(column, stored) ? null : $"{column.Name} is not the session's clock",
        NoValue => stored.IsNull ? null : $"{column.Name} was not given and is not null",
        FixedValue { Value: var value } => stored == value ? null : $"{column.Name} of a new row is not {value.ToJson()}",
        _ => null,
    };
}
