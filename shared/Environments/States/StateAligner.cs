using AgentScaler.Environments.Schema;

namespace AgentScaler.Environments.States;

/// <summary>
/// Compares states that were reached from one initial state. The initial state is indexed once, and a comparison then takes time for the changed rows only.
/// The class is safe for many threads.
/// </summary>
public sealed class StateAligner
{
    private readonly DatabaseState _initial;
    private readonly KeyDomains _domains;
    private readonly HeldKeys _held;

    public StateAligner(DatabaseSchema schema, DatabaseState initial)
    {
        Schema = schema;
        _initial = initial;
        _domains = new KeyDomains(schema);
        _held = new HeldKeys(schema, initial, _domains);
    }

    public DatabaseSchema Schema { get; }

    /// <summary>Whether the states are equal under the schema, even if their hashes differ.</summary>
    public bool Aligned(DatabaseState final, DatabaseState golden)
    {
        var left = Changes(final);
        var right = Changes(golden);
        var leftKeys = Made(left);
        var rightKeys = Made(right);
        for (var domain = 0; domain < _domains.Count; domain++)
        {
            if (leftKeys.Of(domain) != rightKeys.Of(domain))
            {
                return false;
            }
        }

        var balance = new Dictionary<string, int>(StringComparer.Ordinal);
        var leftRows = Balance(left, leftKeys, balance, 1);
        var rightRows = Balance(right, rightKeys, balance, -1);
        return leftRows.Count == rightRows.Count
            && balance.Values.All(count => count == 0)
            && (leftRows.Count == 0 || new RowIsomorphism(leftKeys, leftRows, rightKeys, rightRows).Exists());
    }

    /// <summary>Returns a pairing of the rows of two states that this aligner found to be different.</summary>
    internal RowPairing Pairing() => new(Schema, _domains, _held);

    /// <summary>Adds rows without a made key to the balance, and returns the others.</summary>
    private List<RowPattern> Balance(List<TableChange> changes, MadeKeys keys, Dictionary<string, int> balance, int sign)
    {
        var linked = new List<RowPattern>();
        foreach (var change in changes)
        {
            var columns = _domains.Columns(change.Table);
            foreach (var row in change.Added)
            {
                var pattern = RowPattern.Of(change.Table, row, columns, keys);
                if (pattern.Keys.Length > 0)
                {
                    linked.Add(pattern);
                }
                else
                {
                    Count(balance, pattern.Text, sign);
                }
            }

            foreach (var row in change.Removed)
            {
                Count(balance, RowPattern.Of(change.Table, row, columns, MadeKeys.None).Text, -sign);
            }
        }

        return linked;
    }

    private static void Count(Dictionary<string, int> balance, string row, int by) =>
        balance[row] = balance.GetValueOrDefault(row) + by;

    private MadeKeys Made(List<TableChange> changes)
    {
        var keys = new MadeKeys(_domains.Count);
        foreach (var change in changes)
        {
            foreach (var column in _domains.Columns(change.Table).Where(c => c.Domain >= 0 && c.Equality == Equality.Generated))
            {
                foreach (var row in change.Added)
                {
                    var value = row[column.Name];
                    if (_held.IsMade(column.Domain, value))
                    {
                        keys.Add(column.Domain, value);
                    }
                }
            }
        }

        keys.Number();
        return keys;
    }

    /// <summary>Returns the rows of a state that are not objects of the initial state, and the initial rows that it lacks.</summary>
    private List<TableChange> Changes(DatabaseState state)
    {
        var changes = new List<TableChange>();
        foreach (var table in StateDiff.Tables(Schema, _initial, state))
        {
            var change = TableChange.Between(table, _initial.Rows(table), state.Rows(table));
            if (change is not null)
            {
                changes.Add(change);
            }
        }

        return changes;
    }
}
