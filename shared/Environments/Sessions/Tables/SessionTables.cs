using AgentScaler.Environments.Programs;
using AgentScaler.Environments.Programs.Runtime;
using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.Sessions.Tables;

/// <summary>
/// The tables of one session: the shared initial rows, the session's changes, its clock and its counters. The changes of a call are logged, so that they
/// can be undone.
/// </summary>
internal sealed class SessionTables(BaseTable[] tables, NestedRows nested, long startClock, ObjectValue? sessionRow)
{
    private const string Clock = "clock";

    private static readonly ObjectShape ClockAlone = new([Clock]);

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

    /// <summary>The only row of a table, or null; fails if the table holds several.</summary>
    public ObjectValue? Single(TableRules table)
    {
        var rows = Rows(table.Index).Rows;
        return rows.Length switch
        {
            0 => null,
            1 => rows[0].AsObject,
            _ => throw ProgramFailure.Invalid($"{table.Name} has {rows.Length} rows, so none of them is the single one"),
        };
    }

    /// <summary>A row as the adopted dump has it: with the rows that stand inside it.</summary>
    public ObjectValue Whole(int table, ObjectValue row, StepMeter meter) => nested.Whole(this, table, row, meter);

    public RowList Rows(int table) => _overlays[table] is { } overlay ? overlay.All() : tables[table].All;

    public RowList Matching(int table, int column, Value value) =>
        _overlays[table] is { } overlay ? overlay.Matching(column, value) : tables[table].Matching(column, value);

    /// <summary>Returns the initial table. Rows that the session did not write are still the same.</summary>
    public BaseTable Initial(int table) => tables[table];

    /// <summary>Whether this number of rows certainly fits into one value. Rows that the session wrote may be larger than the initial ones.</summary>
    public bool SurelyBounded(int table, int rows) =>
        _overlays[table] is null && 1 + ((long)rows * tables[table].MostParts) <= ProgramLimits.ValueSize;

    /// <summary>Whether any row has a value in a column.</summary>
    public bool Exists(ColumnRules column, Value value)
    {
        var table = column.Table.Index;
        return column.IsKey ? Find(table, value) is not null
            : _overlays[table] is { } overlay ? overlay.Any(column.Index, value)
            : tables[table].Matching(column.Index, value).Count > 0;
    }

    /// <summary>Inserts a row with these values, in the order of the columns.</summary>
    public ObjectValue Insert(int table, Value[] values, StepMeter meter)
    {
        Begin(meter);
        var rules = tables[table].Rules;
        foreach (var column in rules.Columns)
        {
            if (values[column.Index].IsNull && rules.IsGenerated(column))
            {
                values[column.Index] = NextKey(column, meter);
            }
        }

        rules.Check(values, meter);
        var row = new ObjectValue(rules.Shape, values) { KeepsJson = true };
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
    public ObjectValue Update(int table, Value key, ColumnRules[] columns, Value[] values, StepMeter meter)
    {
        Begin(meter);
        var rules = tables[table].Rules;
        var before = Find(table, key) ?? throw rules.Missing(key);
        for (var i = 0; i < columns.Length; i++)
        {
            columns[i].Check(values[i], meter);
        }

        var row = With(before, columns, values);
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

    public void Delete(int table, Value key, StepMeter meter)
    {
        Begin(meter);
        var rules = tables[table].Rules;
        var before = Find(table, key) ?? throw rules.Missing(key);
        Set(table, key, null);
        for (var i = 0; i < rules.Columns.Length; i++)
        {
            Release(rules, i, before[rules.ColumnNames[i]]);
        }
    }

    /// <summary>Ends a successful call. It checks that no row refers to a deleted row, and advances the clock if the call wrote.</summary>
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

    private void Begin(StepMeter meter)
    {
        meter.Charge(ProgramLimits.WriteSteps);
        _wrote = true;
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
        var overlay = _overlays[table] ??= new TableOverlay(tables[table]);
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
            last = _overlays[table] is null ? tables[table].KeySeed(column) : column.KeySeed(rows);
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
        _session = (_session ?? new ObjectValue(ClockAlone, [startClock])).With(name, value);
        _now = name == Clock ? null : _now;
    }

    private static ObjectValue With(ObjectValue before, ColumnRules[] columns, Value[] values)
    {
        var (shape, members) = (before.Shape, before.Values.ToArray());
        for (var i = 0; i < columns.Length; i++)
        {
            var at = ReferenceEquals(shape, columns[i].Table.Shape) ? columns[i].Index : shape.IndexOf(columns[i].Name);
            if (at < 0)
            {
                // A dumped row may lack columns.
                shape = shape.With(columns[i].Name);
                at = members.Length;
                Array.Resize(ref members, at + 1);
            }

            members[at] = values[i];
        }

        return new ObjectValue(shape, members) { KeepsJson = true };
    }

    private void CheckUnique(TableRules rules, ObjectValue row, ObjectValue? before)
    {
        foreach (var set in rules.Unique)
        {
            if (HasNull(rules, set, row) || (before is not null && Agree(rules, set, row, before)))
            {
                continue;
            }

            foreach (var same in Matching(rules.Index, set[0], row[rules.ColumnNames[set[0]]]).Rows)
            {
                var other = same.AsObject;
                if (!ReferenceEquals(other, before) && Agree(rules, set, row, other))
                {
                    throw rules.Duplicate(string.Join(", ", set.Select(c => $"{rules.ColumnNames[c]} {row[rules.ColumnNames[c]].ToCanonicalJson()}")));
                }
            }
        }
    }

    private static bool HasNull(TableRules rules, int[] columns, ObjectValue row)
    {
        foreach (var column in columns)
        {
            if (row[rules.ColumnNames[column]].IsNull)
            {
                return true;
            }
        }

        return false;
    }

    private static bool Agree(TableRules rules, int[] columns, ObjectValue a, ObjectValue b)
    {
        foreach (var column in columns)
        {
            if (a[rules.ColumnNames[column]] != b[rules.ColumnNames[column]])
            {
                return false;
            }
        }

        return true;
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
        foreach (var (to, _) in rules.Referrers)
        {
            if (to == column && !value.IsNull)
            {
                _released.Add((rules.Index, column, value));
                return;
            }
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
