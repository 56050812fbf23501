using AgentScaler.Environments.Values;

namespace AgentScaler.Proofs;

/// <summary>What the consequences of a call must have changed beside the rows that it is about, and that nothing else changed.</summary>
internal sealed class Aftermath
{
    private const double Tolerance = 1e-6;
    private readonly IReadOnlyList<Expectation> _expected;
    private readonly HashSet<(string Table, Value Row)> _gone;

    private Aftermath(IReadOnlyList<Expectation> expected)
    {
        _expected = expected;
        _gone = [.. expected.OfType<Gone>().Select(e => (e.Table.Name, Value.From(e.Row)))];
    }

    /// <param name="rows">The rows that the effect is about, as they were.</param>
    public static Aftermath Of(Effect effect, Situation situation, IReadOnlyList<ObjectValue> rows) =>
        new([.. effect.Consequences.SelectMany(c => c.Expect(situation, rows))]);

    /// <summary>Whether a consequence sets a column of a row to the clock.</summary>
    public bool Stamps(ColumnModel column) => _expected.OfType<TellsTheClock>().Any(e => e.Column == column);

    /// <summary>Whether a consequence says what becomes of a column of a row.</summary>
    public bool Tells(TableModel table, ObjectValue row, ColumnModel column) => _expected.Any(e => e.Table == table && e.Row.Equals(row)
        && (e switch { Becomes b => b.Column, TellsTheClock t => t.Column, Shifts s => s.Column, _ => null }) == column);

    /// <summary>What is wrong beside the rows that the effect is about, or null.</summary>
    /// <param name="table">The table of these rows.</param>
    /// <param name="inserted">How many of them were made.</param>
    /// <param name="own">The key of the one that was changed. Null if none was.</param>
    /// <param name="deleted">Those that were deleted.</param>
    public string? Broken(StateChanges changes, TableModel table, int inserted = 0, Value? own = null, IReadOnlyList<ObjectValue>? deleted = null) =>
        _expected.Select(e => Missing(changes, e)).OfType<string>().FirstOrDefault() ?? Unasked(changes, table, inserted, own, deleted ?? []);

    private string? Missing(StateChanges changes, Expectation expected)
    {
        var table = expected.Table.Name;
        switch (expected)
        {
            case Gone:
                return changes.Deleted(table).Any(r => r[expected.Table.Key.Name] == expected.Row[expected.Table.Key.Name]) ? null : $"rows of {table} outlive what they belong to";
            case Becomes becomes when !_gone.Contains((table, Value.From(becomes.Row))):
                var now = (After(changes, expected) ?? becomes.Row)[becomes.Column.Name];
                return Close(now, becomes.Value) ? null : $"{table}.{becomes.Column.Name} is {now.ToJson()}, not {becomes.Value.ToJson()}";
            case Shifts shifts:
                return Shifted(changes, shifts);
            case Made made:
                return changes.Inserted(table).Any(r => Holds(r, made)) ? null : $"no row of {table} was made with {Value.From(made.Row).ToJson()}";
            case TellsTheClock stamp:
                return SessionClock.Tells(stamp.Column, (After(changes, expected) ?? stamp.Row)[stamp.Column.Name])
                    ? null
                    : $"{stamp.Column.Name} is not the session's clock";
            default:
                return null;
        }
    }

    private string? Unasked(StateChanges changes, TableModel table, int inserted, Value? own, IReadOnlyList<ObjectValue> deleted)
    {
        var gone = deleted.Select(r => (table.Name, Value.From(r))).Concat(_gone).ToHashSet();
        foreach (var name in changes.Tables)
        {
            var made = (name == table.Name ? inserted : 0) + _expected.OfType<Made>().Count(m => m.Table.Name == name);
            if (changes.Inserted(name).Count != made)
            {
                return $"{changes.Inserted(name).Count} rows were inserted into {name}";
            }

            if (changes.Deleted(name).Any(r => !gone.Contains((name, Value.From(r)))))
            {
                return $"a row of {name} is gone though nothing asks for it";
            }

            foreach (var (before, after) in changes.Updated(name))
            {
                var allowed = _expected.Where(e => e.Table.Name == name && e.Row.Equals(before))
                    .Select(e => e switch { Becomes b => b.Column.Name, TellsTheClock t => t.Column.Name, Shifts s => s.Column.Name, _ => null }).ToHashSet();
                var isOwn = name == table.Name && own is { } key && before[table.Key.Name] == key;
                if (!isOwn && before.Any(m => after[m.Key] != m.Value && !allowed.Contains(m.Key)))
                {
                    return $"a row of {name} changed though nothing asks for it";
                }
            }
        }

        return null;
    }

    /// <summary>A number of a row has changed by all that is added to it and taken from it.</summary>
    private string? Shifted(StateChanges changes, Shifts shifts)
    {
        var column = shifts.Column.Name;
        var by = _expected.OfType<Shifts>().Where(s => s.Table == shifts.Table && s.Column == shifts.Column && s.Row.Equals(shifts.Row)).Sum(s => s.By);
        Value expected = shifts.Row[column].AsNumber + by;
        var now = (After(changes, shifts) ?? shifts.Row)[column];
        return _gone.Contains((shifts.Table.Name, Value.From(shifts.Row))) || Close(now, expected)
            ? null
            : $"{shifts.Table.Name}.{column} is {now.ToJson()}, not {expected.ToJson()}";
    }

    private static bool Holds(ObjectValue row, Made made) => made.Row.All(m => Matching.Same(row[m.Key], m.Value) || Close(row[m.Key], m.Value));

    private static ObjectValue? After(StateChanges changes, Expectation expected) =>
        changes.Updated(expected.Table.Name).Where(u => u.Before[expected.Table.Key.Name] == expected.Row[expected.Table.Key.Name]).Select(u => u.After)
            .FirstOrDefault();

    private static bool Close(Value now, Value expected) => now == expected
        || (now.IsNumber && expected.IsNumber && Math.Abs(now.AsNumber - expected.AsNumber) <= Tolerance);
}
