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
        List<ColumnBinding> bindings = [.. tool.Assignments, .. tool.Scope, .. tool.Key is { } key ? [key] : Array.Empty<ColumnBinding>()];
        Value Given(ColumnModel column) => Argument(bindings, situation, column);
        return Unstored(table, made, Given)
            ?? Unasked(table, situation, made, Given, aftermath)
            ?? aftermath.Broken(changes, table, inserted: 1)
            ?? ResultOracle.Row(tool, result, situation.Shown(tool, made));
    }

    public static string? Many(ToolModel tool, CreateManyEffect effect, Situation situation, Value result, StateChanges changes)
    {
        var (table, entries) = (effect.Table, situation.Given(effect.Entries));
        var made = changes.Inserted(table.Name);
        if (!entries.IsArray || made.Count != entries.AsArray.Length)
        {
            return $"{(entries.IsArray ? entries.AsArray.Length : 0)} entries made {made.Count} rows";
        }

        var aftermath = Aftermath.Of(effect, situation, made);
        List<ColumnBinding> bindings = [.. effect.Assignments, .. effect.Scope];

        // Each entry must be found again in a row of its own.
        var (open, rows) = (made.ToList(), new List<ObjectValue>());
        foreach (var entry in entries.AsArray.ToArray())
        {
            Value Given(ColumnModel column) => effect.Members.FirstOrDefault(m => m.Column == column) is { } member
                && entry[member.Property.Name] is { IsNull: false } told ? told : Argument(bindings, situation, column);
            var holding = open.FindAll(r => Unstored(table, r, Given) is null);
            if (holding.Count == 0)
            {
                return "an entry is in no new row";
            }

            var row = holding.Find(r => Unasked(table, situation, r, Given, aftermath) is null);
            if (row is null)
            {
                return Unasked(table, situation, holding[0], Given, aftermath);
            }

            open.Remove(row);
            rows.Add(row);
        }

        // Which of two equal entries became which row, nobody can tell.
        return aftermath.Broken(changes, table, inserted: made.Count)
            ?? (entries.AsArray.ToArray().Distinct().Count() < rows.Count ? null
                : ResultOracle.Rows(tool, result, [.. rows.Select(r => situation.Shown(tool, r))], rows.Count, false));
    }

    /// <summary>An argument that is bound to a column and does not stand in a new row, or null.</summary>
    private static string? Unstored(TableModel table, ObjectValue row, Func<ColumnModel, Value> given) => table.Columns
        .Where(c => given(c) is { IsNull: false } told && c.Stored(told) is { } expected && !Matching.Same(row[c.Name], expected))
        .Select(c => $"{c.Name} was given and is not stored").FirstOrDefault();

    /// <summary>What stands in a new row and nobody gave, or null.</summary>
    private static string? Unasked(TableModel table, Situation situation, ObjectValue row, Func<ColumnModel, Value> given, Aftermath aftermath)
    {
        if (situation.Rows(table.Name).Any(r => r[table.Key.Name] == row[table.Key.Name]))
        {
            return "the new key is taken already";
        }

        // A value that its column holds in no form is as good as none.
        return table.Columns.Where(c => c != table.Key && !aftermath.Tells(table, row, c)
                && (given(c) is not { IsNull: false } told || (c.Stored(told) is null && !row[c.Name].IsNull)))
            .Select(c => Untold(situation, c, row[c.Name])).OfType<string>().FirstOrDefault();
    }

    private static Value Argument(IEnumerable<ColumnBinding> bindings, Situation situation, ColumnModel column) =>
        bindings.FirstOrDefault(b => b.Column == column) is { } binding ? situation.Given(binding.Parameter) : Value.Null;

    /// <summary>What is wrong with a column that no argument fills, or null.</summary>
    private static string? Untold(Situation situation, ColumnModel column, Value stored) => column.Born switch
    {
        ClockValue => SessionClock.Tells(column, stored) ? null : $"{column.Name} is not the session's clock",
        FixedValue { Value: var value } => stored == value ? null : $"{column.Name} of a new row is not {value.ToJson()}",
        CellValue cell => situation.Rows(cell.Table) is [var only, ..] && stored == only[cell.Column]
            ? null
            : $"{column.Name} of a new row is not the {cell.Column} of {cell.Table}",
        _ when column.References is not null => stored.IsNull ? null : $"{column.Name} refers to a row that nobody named",
        NoValue => stored.IsNull ? null : $"{column.Name} was not given and is not null",
        _ => stored.IsNull ? $"{column.Name} of a new row is empty" : null,
    };
}
