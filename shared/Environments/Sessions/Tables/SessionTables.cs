using AgentScaler.Environments.Programs;
using AgentScaler.Environments.Programs.Runtime;
using AgentScaler.Environments.Schema;
using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.Sessions.Tables;

/// <summary>
/// The tables of one session: the shared initial rows, what the session changed of them, its clock and its counters.
/// A call's changes are logged, so that they can be undone.
/// </summary>
internal sealed class SessionTables(BaseTable[] tables, long startClock, ObjectValue? sessionRow)
{
    private const string Clock = "clock";

    private readonly List<Undo> _log = [];
    private readonly List<(int Table, int Column, Value Value)> _released = [];
    private TableOverlay?[] _overlays = new TableOverlay?[tables.Length];
    private ObjectValue? _session = sessionRow;
    private ObjectValue? _sessionBefore = sessionRow;
    private string? _now;
    private bool _wrote;

    /// <summary>The row of the table <c>_session</c>; null until the first successful write.</summary>
    public ObjectValue? SessionRow => _session;

    /// <summary>The clock in seconds since 1970; it stands still during a call.</summary>
    public long ClockSeconds => _session is null ? startClock : (long)_session[Clock].AsNumber;

    public string Now => _now ??= new Moment(ClockSeconds + Moment.Epoch, false).ToString();

    public IReadOnlyList<TableOverlay?> Overlays => _overlays;

    public ObjectValue? Find(int table, Value key) =>
        _overlays[table] is { } overlay ? overlay.Find(key) : tables[table].Find(key);

    public RowList Rows(int table) => new(_overlays[table] is { } overlay ? overlay.Rows() : tables[table].Rows);

    public RowList Matching(int table, int column, Value value) => _overlays[table] is { } overlay
        ? new RowList(overlay.Matching(column, value))
        : new RowList(tables[table].Rows, tables[table].Places(column, value));

    /// <summary>Whether some row's column has a value.</summary>
    public bool Exists(ColumnRules column, Value value) => column.IsKey
        ? Find(column.Table.Index, value) is not null
        : Matching(column.Table.Index, column.Index, value).Count > 0;

    /// <summary>Inserts a row given by its columns' values, in their order.</summary>
    public ObjectValue Insert(int table, Value[] values, StepMeter meter)
    {
        _wrote = true;
        var rules = tables[table].Rules;
        foreach (var column in rules.Columns)
        {
            if (values[column.Index].IsNull && rules.IsGenerated(column))
            {
                values[column.Index] = NextKey(column, meter);
            }
        }

        rules.Check(values);
        var row = new ObjectValue(rules.ColumnNames, values) { KeepsJson = true };
        var key = rules.KeyOf(row);
        if (Find(table, key) is not null)
        {
            throw rules.Duplicate(rules.KeyText(key));
        }

        CheckUnique(rules, row, null);
        Set(table, key, row);
        foreach (var column in rules.Columns)
        {
            CheckReference(column, values[column.Index]);
        }

        return row;
    }

    /// <summary>Sets columns of the row with a key.</summary>
    public ObjectValue Update(int table, Value key, ColumnRules[] columns, Value[] values)
    {
        _wrote = true;
        var rules = tables[table].Rules;
        var before = Find(table, key) ?? throw rules.Missing(key);
        var row = before;
        for (var i = 0; i < columns.Length; i++)
        {
            columns[i].Check(values[i]);
            row = row.With(columns[i].Name, values[i]);
        }

        row = new ObjectValue(row.Shape, row.Values.ToArray()) { KeepsJson = true };
        CheckUnique(rules, row, before);
        Set(table, key, row);
        for (var i = 0; i < columns.Length; i++)
        {
            var old = before[columns[i].Name];
            if (old != values[i])
            {
                CheckReference(columns[i], values[i]);
                Release(rules, columns[i].Index, old);
            }
        }

        return row;
    }

    public void Delete(int table, Value key)
    {
        _wrote = true;
        var rules = tables[table].Rules;
        var before = Find(table, key) ?? throw rules.Missing(key);
        Set(table, key, null);
        for (var i = 0; i < rules.Columns.Length; i++)
        {
            Release(rules, i, before[rules.ColumnNames[i]]);
        }
    }

    /// <summary>Ends a successful call: nothing may refer to what is gone, and a call that wrote advances the clock.</summary>
    public void Commit()
    {
        foreach (var (table, column, value) in _released)
        {
            CheckReleased(tables[table].Rules, column, value);
        }

        if (_wrote)
        {
            SetSession(Clock, ClockSeconds + 60);
        }

        Clear();
    }

    /// <summary>Undoes everything that the call changed.</summary>
    public void RollBack()
    {
        for (var i = _log.Count - 1; i >= 0; i--)
        {
            var undo = _log[i];
            if (undo.Had)
            {
                undo.Overlay.Set(undo.Key, undo.Row);
            }
            else
            {
                undo.Overlay.Forget(undo.Key);
            }
        }

        _session = _sessionBefore;
        _now = null;
        Clear();
    }

    public (TableOverlay?[] Overlays, ObjectValue? Session) Copy() =>
        (Array.ConvertAll(_overlays, o => o?.Copy()), _session);

    public void Restore(TableOverlay?[] overlays, ObjectValue? session)
    {
        _overlays = Array.ConvertAll(overlays, o => o?.Copy());
        _session = _sessionBefore = session;
        _now = null;
    }

    private void Clear()
    {
        _log.Clear();
        _released.Clear();
        _wrote = false;
        _sessionBefore = _session;
    }

    private void Set(int table, Value key, ObjectValue? row)
    {
        var overlay = _overlays[table] ??= new TableOverlay(tables[table], []);
        var had = overlay.TryGetChange(key, out var before);
        _log.Add(new Undo(overlay, key, had, before));
        overlay.Set(key, row);
    }

    private Value NextKey(ColumnRules column, StepMeter meter)
    {
        var table = column.Table.Index;
        var last = _session?[column.FullName] ?? Value.Null;
        if (last.IsNull)
        {
            var rows = Rows(table);
            meter.Charge(rows.Count);
            var values = Enumerable.Range(0, rows.Count).Select(i => rows[i][column.Name]);
            last = KeyGenerator.Seed(column.Schema.Type == ColumnType.String, column.Table.Name, values);
        }

        do
        {
            meter.Charge(1);
            last = KeyGenerator.Next(column.FullName, last);
        }
        while (Exists(column, last));

        SetSession(column.FullName, last);
        return last;
    }

    private void SetSession(string name, Value value)
    {
        _session = (_session ?? new ObjectValue([Clock], [startClock])).With(name, value);
        _now = name == Clock ? null : _now;
    }

    private void CheckUnique(TableRules rules, ObjectValue row, ObjectValue? before)
    {
        foreach (var set in rules.Unique)
        {
            if (Array.Exists(set, c => row[rules.ColumnNames[c]].IsNull)
                || (before is not null && Array.TrueForAll(set, c => row[rules.ColumnNames[c]] == before[rules.ColumnNames[c]])))
            {
                continue;
            }

            var same = Matching(rules.Index, set[0], row[rules.ColumnNames[set[0]]]);
            for (var i = 0; i < same.Count; i++)
            {
                var other = same[i];
                if (!ReferenceEquals(other, before) && Array.TrueForAll(set, c => row[rules.ColumnNames[c]] == other[rules.ColumnNames[c]]))
                {
                    throw rules.Duplicate(string.Join(", ", set.Select(c => $"{rules.ColumnNames[c]} {row[rules.ColumnNames[c]].ToCanonicalJson()}")));
                }
            }
        }
    }

    private void CheckReference(ColumnRules column, Value value)
    {
        if (!value.IsNull && column.Target is { } target && !Exists(target, value))
        {
            throw new ProgramFailure(
                ErrorCode.NotFound, $"{column.FullName} refers to no row of {target.Table.Name}: {value.ToCanonicalJson()}");
        }
    }

    private void Release(TableRules rules, int column, Value value)
    {
        if (!value.IsNull && rules.Referrers.Exists(r => r.Column == column))
        {
            _released.Add((rules.Index, column, value));
        }
    }

    private void CheckReleased(TableRules rules, int column, Value value)
    {
        if (Exists(rules.Columns[column], value))
        {
            return;
        }

        foreach (var (to, from) in rules.Referrers)
        {
            if (to == column && Exists(from, value))
            {
                throw new ProgramFailure(
                    ErrorCode.Conflict, $"{from.FullName} still refers to {rules.Columns[column].FullName} {value.ToCanonicalJson()}");
            }
        }
    }

    private readonly record struct Undo(TableOverlay Overlay, Value Key, bool Had, ObjectValue? Row);
}
