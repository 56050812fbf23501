using AgentScaler.Environments.Values;
using AgentScaler.Tasks.Reading;

namespace AgentScaler.Tasks.Paths;

/// <summary>Chooses the rows of one call: rows of the errand, rows that belong to them, or any others.</summary>
internal sealed class RowChooser(PathDraft draft, bool share)
{
    private const int MaxRows = 400;
    private readonly Dictionary<(string Table, int Ordinal), RowKey> _chosen = [];
    private readonly Dictionary<(string, string), List<string>> _pointers = [];

    /// <summary>Whether a row of the errand so far was chosen.</summary>
    public bool Shared { get; private set; }

    public void Fix(RowKey row) => _chosen[(row.Table, 0)] = row;

    /// <summary>Returns the first chosen row of a table, or null.</summary>
    public RowKey? Chosen(string table) => _chosen.TryGetValue((table, 0), out var row) ? row : null;

    /// <summary>Chooses a row for a table without a chosen one.</summary>
    public void Take(RowKey row)
    {
        if (_chosen.TryAdd((row.Table, 0), row))
        {
            Shared |= draft.Mentions.ContainsKey(row);
        }
    }

    /// <summary>Returns the row of a table for an argument. Two arguments for the same column get different rows.</summary>
    public RowKey? For(string table, string column, string pointer)
    {
        if (!_pointers.TryGetValue((table, column), out var pointers))
        {
            _pointers[(table, column)] = pointers = [];
        }

        if (!pointers.Contains(pointer))
        {
            pointers.Add(pointer);
        }

        var ordinal = pointers.IndexOf(pointer);
        if (_chosen.TryGetValue((table, ordinal), out var row))
        {
            return row;
        }

        if (Pick(table) is not { } picked)
        {
            return null;
        }

        Shared |= draft.Mentions.ContainsKey(picked);
        _chosen[(table, ordinal)] = picked;
        return picked;
    }

    private RowKey? Pick(string table)
    {
        if (draft.Domain.Table(table) is not { } model)
        {
            return null;
        }

        var free = draft.Rows.Keyed(table).Take(MaxRows).Where(r => !_chosen.ContainsValue(r.Key)).ToList();
        var mentioned = share ? free.Where(r => draft.Mentions.ContainsKey(r.Key)).ToList() : [];
        if (mentioned.Count > 0 && draft.Random.Chance(0.85))
        {
            return draft.Random.Pick(mentioned).Key;
        }

        var related = free.Where(r => Related(model, r.Row)).ToList();
        var pool = related.Count > 0 && draft.Random.Chance(0.9) ? related : free;
        return pool.Count == 0 ? null : draft.Random.Pick(pool).Key;
    }

    /// <summary>Whether a row refers to a chosen or mentioned row, or one of those refers to it.</summary>
    private bool Related(TableModel model, ObjectValue row)
    {
        var around = _chosen.Values.Concat(share && _chosen.Count == 0 ? draft.Mentions.Keys : []);
        foreach (var other in around)
        {
            if (draft.Domain.Table(other.Table) is not { } table || draft.RowOf(other) is not { } chosen)
            {
                continue;
            }

            if (Refers(model, row, table, chosen) || Refers(table, chosen, model, row))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Refers(TableModel from, ObjectValue row, TableModel to, ObjectValue target) =>
        from.Schema.Columns.Any(c => c.References is { } r && r.Table == to.Name && !row[c.Name].IsNull && row[c.Name] == target[r.Column]);
}
