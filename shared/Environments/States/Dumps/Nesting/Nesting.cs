using AgentScaler.Environments.Schema;
using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.States.Dumps;

/// <summary>
/// Takes rows out of rows and puts them back: between the tables of an environment, each with rows of its own, and those whose rows hold everything that
/// stands inside them in the dump.
/// </summary>
internal sealed class Nesting
{
    private readonly IReadOnlyList<NestedTable> _tables;
    private readonly Dictionary<string, Dictionary<Value, int>> _ranks;
    private readonly ILookup<string, NestedTable> _inside;
    private readonly Dictionary<string, string> _positions;

    /// <param name="ranks">The places of rows, by table and key, where they do not stand in order of their keys.</param>
    private Nesting(DatabaseSchema schema, IReadOnlyList<NestedTable> tables, Dictionary<string, Dictionary<Value, int>> ranks)
    {
        (_tables, _ranks) = (tables, ranks);
        _inside = tables.ToLookup(t => t.Form.Parent, StringComparer.Ordinal);
        _positions = schema.Tables.Where(t => t.Form?.Position is not null)
            .ToDictionary(t => t.Name, t => t.Form!.Position!, StringComparer.Ordinal);
    }

    /// <summary>The nesting of tables in the order of the adopted dump.</summary>
    public static Nesting Of(DatabaseSchema schema)
    {
        var ranks = schema.Tables.Where(t => t.Form is NestedForm { Order: not null })
            .ToDictionary(t => t.Name, t => Ranks(t.Form!.Order!), StringComparer.Ordinal);
        return new Nesting(schema, Tables(schema), ranks);
    }

    /// <summary>Takes the nested rows out of whole ones, and returns the nesting that puts them back in this order.</summary>
    public static (DatabaseState Tables, Nesting Nesting) Unfold(DatabaseSchema schema, DatabaseState whole)
    {
        var nested = Tables(schema);
        var ranks = new Dictionary<string, Dictionary<Value, int>>(StringComparer.Ordinal);
        var rows = whole.Tables.ToDictionary(t => t, whole.Rows, StringComparer.Ordinal);
        foreach (var table in nested)
        {
            ObjectValue[] parents = [.. rows[table.Form.Parent]];
            var found = table.Unfold(parents);
            (rows[table.Form.Parent], rows[table.Name]) = (parents, found);
            ranks[table.Name] = Ranks(found.Select(r => r[table.Key]));
        }

        var tables = whole.Tables.Concat(nested.Select(t => t.Name)).Select(t => KeyValuePair.Create(t, rows[t]));
        return (DatabaseState.From(tables), new Nesting(schema, nested, ranks));
    }

    /// <summary>Puts the nested rows back. A nested table remains with the rows that have no place any more.</summary>
    public DatabaseState Fold(DatabaseState state)
    {
        if (_tables.Count == 0)
        {
            return state;
        }

        var rows = state.Tables.ToDictionary(t => t, state.Rows, StringComparer.Ordinal);
        foreach (var table in _tables.Reverse().Where(t => rows.GetValueOrDefault(t.Name) is { Count: > 0 }))
        {
            ObjectValue[] parents = [.. rows.GetValueOrDefault(table.Form.Parent) ?? []];
            var left = table.Fold(parents, InOrder(table, rows[table.Name]));
            rows[table.Form.Parent] = parents;
            rows[table.Name] = left;
        }

        var gone = _tables.Select(t => t.Name).Where(t => rows.GetValueOrDefault(t) is not { Count: > 0 }).ToHashSet(StringComparer.Ordinal);
        return DatabaseState.From(state.Tables.Where(t => !gone.Contains(t)).Select(t => KeyValuePair.Create(t, rows[t])));
    }

    /// <summary>A row as the dump has it: with the rows that stand inside it, without the column that numbers the rows of its table.</summary>
    /// <param name="rows">Finds the rows of a nested table that refer to a key; all of them where they need no reference.</param>
    public ObjectValue Whole(string table, ObjectValue row, Func<NestedTable, Value, IReadOnlyList<ObjectValue>> rows)
    {
        var shown = WithNested(table, row, rows);
        return _positions.TryGetValue(table, out var position) ? shown.Without(position) : shown;
    }

    /// <summary>A row with the rows that stand inside it.</summary>
    public ObjectValue WithNested(string table, ObjectValue row, Func<NestedTable, Value, IReadOnlyList<ObjectValue>> rows)
    {
        foreach (var nested in _inside[table])
        {
            var own = rows(nested, nested.KeyOf(row));
            var filled = own.Count == 0 ? null : nested.Filled(row, [.. InOrder(nested, own).Select(r => WithNested(nested.Name, r, rows))]);
            row = filled ?? row;
        }

        return row;
    }

    /// <summary>The rows in the order of the dump; new ones follow.</summary>
    public IReadOnlyList<ObjectValue> InOrder(NestedTable table, IReadOnlyList<ObjectValue> rows) =>
        _ranks.TryGetValue(table.Name, out var ranks) ? [.. rows.OrderBy(r => ranks.GetValueOrDefault(r[table.Key], int.MaxValue))] : rows;

    /// <summary>The nested tables of a schema, parents first.</summary>
    private static List<NestedTable> Tables(DatabaseSchema schema)
    {
        var tables = new List<NestedTable>();
        var placed = schema.Tables.Where(t => t.Form is not NestedForm).Select(t => t.Name).ToHashSet(StringComparer.Ordinal);
        var waiting = schema.Tables.Where(t => t.Form is NestedForm).ToList();
        while (waiting.Find(t => placed.Contains(((NestedForm)t.Form!).Parent)) is { } next)
        {
            var form = (NestedForm)next.Form!;
            tables.Add(new NestedTable(next.Name, form, next.PrimaryKey[0]));
            placed.Add(next.Name);
            waiting.Remove(next);
        }

        return tables;
    }

    private static Dictionary<Value, int> Ranks(IEnumerable<Value> keys)
    {
        var ranks = new Dictionary<Value, int>();
        foreach (var key in keys)
        {
            ranks.TryAdd(key, ranks.Count);
        }

        return ranks;
    }
}
