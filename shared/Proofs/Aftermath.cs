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

    /// <summary>What is wrong beside the rows that the effect is about, or null.</summary>
    /// <param name="table">The table of these rows.</param>
    /// <param name="inserted">How many of them were made.</param>
    /// <param name="own">The key of the one that was changed. Null if none was.</param>
    /// <param name="deleted">Those that were deleted.</param>
    public string? Broken(StateChanges changes, TableModel table, int inserted = 0, Value? own = null, IReadOnlyList<ObjectValue>? deleted = null) =>
        _expected.Select(e => Missing(changes, e)).OfType<string>().FirstOrDefault() ?? Unasked(changes, table, inserted, own, deleted ?? []);

    private string? Missing(StateChanges changes, Expectation expected)
    {
        var (table, key) = Key(expected);
        switch (expected)
        {
            case Gone:
                return changes.Deleted(table).Any(r => r[expected.Table.Key.Name] == key) ? null : $"rows of {table} outlive what they belong to";
            case Becomes becomes when !_gone.Contains((table, Value.From(becomes.Row))):
                var now = (After(changes, expected) ?? becomes.Row)[becomes.Column.Name];
                return Close(now, becomes.Value) ? null : $"{table}.{becomes.Column.Name} is {now.ToJson()}, not {becomes.Value.ToJson()}";
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
            if (changes.Inserted(name).Count != (name == table.Name ? inserted : 0))
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
                    .Select(e => e switch { Becomes b => b.Column.Name, TellsTheClock t => t.Column.Name, _ => null }).ToHashSet();
                var isOwn = name == table.Name && own is { } key && before[table.Key.Name] == key;
                if (!isOwn && before.Any(m => after[m.Key] != m.Value && !allowed.Contains(m.Key)))
                {
                    return $"a row of {name} changed though nothing asks for it";
                }
            }
        }

        return null;
    }

    private static (string Table, Value Key) Key(Expectation expected) => (expected.Table.Name, expected.Row[expected.Table.Key.Name]);

    private static ObjectValue? After(StateChanges changes, Expectation expected) =>
        changes.Updated(expected.Table.Name).Where(u => u.Before[expected.Table.Key.Name] == expected.Row[expected.Table.Key.Name]).Select(u => u.After)
            .FirstOrDefault();

    private static bool Close(Value now, Value expected) => now == expected
        || (now.IsNumber && expected.IsNumber && Math.Abs(now.AsNumber - expected.AsNumber) <= Tolerance);
}
