using AgentScaler.Environments.Schema;
using AgentScaler.Environments.Values;
using AgentScaler.Tasks.Reading;
using AgentScaler.Trajectories.Plans;

namespace AgentScaler.Tasks.Paths;

/// <summary>Finds the key of a row: in earlier results, from the user, or by look-ups that are added to the path.</summary>
/// <param name="wanted">Whether a value should preferably flow from the first tool to the second.</param>
/// <param name="knowsAll">Whether all keys are known, for calls that try a tool and are not part of a task.</param>
internal sealed class KeyFinder(PathDraft draft, ArgumentFiller filler, int maxCalls, Func<ToolModel, ToolModel, bool> wanted, bool knowsAll)
{
    private const int MaxDepth = 3;

    /// <summary>Obtains the value of a row's column: from an earlier result, from the user, or from a look-up that is added to the path.</summary>
    public (Value Value, Value Source)? Obtain(ToolModel tool, RowKey row, string column, int depth)
    {
        if (draft.Domain.Table(row.Table) is not { } table || draft.RowOf(row) is not { } current)
        {
            return null;
        }

        var value = current[column];
        if (knowsAll)
        {
            return value.IsNull ? null : (value, PlanSource.User(""));
        }

        foreach (var sighting in draft.Sightings.Where(s => s.Row == row && s.Column == column).OrderBy(s => wanted(draft.Calls[s.Call].Tool, tool) ? 0 : 1)
            .Take(4).ToList())
        {
            if (filler.Atomically(() => filler.Paths.SourceOf(sighting) is { } source ? (sighting.Value, source) : ((Value, Value)?)null) is { } seen)
            {
                return seen;
            }
        }

        var schema = table.Schema.Column(column);
        var natural = schema is not null && ColumnNature.Rank(schema, table.Schema) is not null && ColumnNature.Speakable(value);
        var saying = table.Key == column ? table.Saying : KeySaying.Opaque;
        var say = natural || (filler.Pastes && depth == 0 && table.Key == column)
            ? 1
            : saying switch { KeySaying.Natural => 0.5, KeySaying.Reference when !tool.Writes && ByKey(tool, table) => 0.5, _ => 0 };
        if (schema is not null && draft.Random.Chance(say))
        {
            return Said(table, row, schema, value);
        }

        if (depth < MaxDepth && LookUp(tool, table, row, column, depth) is { } found)
        {
            return found;
        }

        return schema is not null
            && table.Key == column
            && (filler.Pastes ? ColumnNature.Pastable(value) : ColumnNature.Sayable(value) && saying != KeySaying.Opaque)
            ? Said(table, row, schema, value)
            : null;
    }

    private (Value, Value) Said(TableModel table, RowKey row, ColumnSchema column, Value value)
    {
        var label = table.Key == column.Name ? Labels.OfKey(table.Noun, column.Name) : Labels.Of(table.Noun, column.Name);
        var name = draft.Tell(PathDraft.Slot(row, column), label, value);
        var told = table.Key == column.Name ? "number" : Labels.Of(null, column.Name);
        draft.Mention(new RowMention(row, table.Noun, [new Condition(told, name, column)], []));
        return (value, PlanSource.User(name));
    }

    private static bool ByKey(ToolModel tool, TableModel table) =>
        tool.Bindings.Any(b => b.Table == table.Name && b.Column == table.Key && b.Role == BindingRole.Key);

    private (Value, Value)? LookUp(ToolModel tool, TableModel table, RowKey row, string column, int depth)
    {
        var readers = draft.Domain.Tools.Where(t => !t.Writes && t.Reads.Contains(table.Name) && !ByKey(t, table));
        var ordered = draft.Random.Shuffle(readers).OrderBy(t => wanted(t, tool) ? 0 : 1).Take(6).ToList();
        if (depth == 0
            && column == table.Key
            && draft.Random.Chance(0.4)
            && filler.Spend()
            && filler.Atomically(() => Through(tool, table, row, column)) is { } through)
        {
            return through;
        }

        foreach (var reader in ordered)
        {
            foreach (
                var strategy in draft.Random.Shuffle<Func<ParameterModel, bool>>([_ => false, p => Describes(reader, p, table), p => Places(reader, p, table)]))
            {
                if (!filler.Spend() || draft.Calls.Count + 1 >= maxCalls)
                {
                    return null;
                }

                if (filler.Atomically(() => Find(reader, row, column, strategy, depth)) is { } found)
                {
                    return found;
                }
            }
        }

        return null;
    }

    /// <summary>Finds a key in a row that refers to this one: the customer of an order.</summary>
    private (Value, Value)? Through(ToolModel tool, TableModel table, RowKey row, string column)
    {
        var value = draft.RowOf(row)?[column] ?? Value.Null;
        var referring = draft.Domain.Schema.Tables.Where(t => t.Name != table.Name && t.PrimaryKey.Count == 1)
            .SelectMany(t => t.Columns.Where(c => c.References is { } r && r.Table == table.Name && r.Column == column).Select(c => (Table: t, Column: c)));
        foreach (var (from, by) in draft.Random.Shuffle(referring).Take(3))
        {
            var around = draft.Rows.Keyed(from.Name).Take(200).Where(r => r.Row[by.Name] == value).Select(r => r.Key).ToList();
            if (around.Count == 0)
            {
                continue;
            }

            var readers = draft.Domain.Tools.Where(t => !t.Writes && t != tool && t.Reads.Contains(from.Name));
            foreach (var reader in draft.Random.Shuffle(readers).OrderBy(t => wanted(t, tool) ? 0 : 1).Take(3))
            {
                if (draft.Calls.Count + 1 >= maxCalls || !filler.Spend())
                {
                    return null;
                }

                if (filler.Atomically(() => Find(reader, row, column, _ => false, depth: 1, draft.Random.Pick(around))) is { } found)
                {
                    return found;
                }
            }
        }

        return null;
    }

    /// <param name="around">The row to look up if it is not the row itself but one that refers to it.</param>
    private (Value, Value)? Find(ToolModel reader, RowKey row, string column, Func<ParameterModel, bool> strategy, int depth, RowKey? around = null)
    {
        var rows = new RowChooser(draft, share: true);
        rows.Fix(around ?? row);
        if (filler.Fill(reader, rows, strategy, depth + 1) is not { } filled || filled.Any(f => f.Row == row))
        {
            return null;
        }

        if (!draft.Call(reader, filled).Ok)
        {
            return null;
        }

        var call = draft.Calls.Count - 1;
        foreach (var sighting in draft.Sightings.Where(s => s.Call == call && s.Row == row && s.Column == column && (around is null || s.Via == around))
            .ToList())
        {
            if (filler.Paths.SourceOf(sighting) is { } source)
            {
                return (sighting.Value, source);
            }
        }

        return null;
    }

    /// <summary>Whether a parameter filters by a description of the row itself.</summary>
    private static bool Describes(ToolModel tool, ParameterModel parameter, TableModel table) =>
        tool.BindingsOf(parameter.Pointer).Any(b => b.Table == table.Name && b.Role is BindingRole.Filter or BindingRole.Search
            && table.Descriptors.Take(4).Any(d => d.Name == b.Column));

    /// <summary>Whether a parameter filters by the owner of the row.</summary>
    private static bool Places(ToolModel tool, ParameterModel parameter, TableModel table) =>
        tool.BindingsOf(parameter.Pointer)
            .Any(b => b.Table == table.Name && b.Role == BindingRole.Filter && table.Schema.Column(b.Column)?.References is not null);
}
