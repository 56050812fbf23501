using AgentScaler.Environments.Schema;
using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.States;

/// <summary>
/// Finds the counterpart of each row of a final state in a golden state, and compares the two. <c>pairing.py</c> does the same step by step.
/// </summary>
internal sealed class RowPairing(DatabaseSchema schema, KeyDomains domains, HeldKeys held)
{
    /// <summary>Most pairs of new rows of one table that are compared with each other. Beyond this number they are paired in their order.</summary>
    private const int MostWeighed = 2_500;

    private readonly Dictionary<(int Domain, Value Key), Value> _renamed = [];
    private readonly HashSet<(int Domain, Value Key)> _named = [];

    /// <summary>Pairs the rows of one table, by key if the initial state has it, otherwise by the values that they share.</summary>
    public IReadOnlyList<RowPair> Pair(string table, IReadOnlyList<ObjectValue> final, IReadOnlyList<ObjectValue> golden)
    {
        var pairs = new List<RowPair>();
        var (made, madeGolden) = (final.Where(row => IsMade(table, row)).ToList(), golden.Where(row => IsMade(table, row)).ToList());
        var known = golden.Where(row => !IsMade(table, row)).GroupBy(row => StateComparison.KeyOf(schema, table, row))
            .ToDictionary(group => group.Key, group => new Queue<ObjectValue>(group));
        foreach (var row in final.Where(row => !IsMade(table, row)))
        {
            var other = known.TryGetValue(StateComparison.KeyOf(schema, table, row), out var rows) && rows.TryDequeue(out var first) ? first : null;
            pairs.Add(new RowPair(table, row, other));
            Rename(table, row, other);
        }

        pairs.AddRange(known.Values.SelectMany(rows => rows).Select(row => new RowPair(table, null, row)));
        pairs.AddRange(PairMade(table, made, madeGolden));
        return [.. pairs.OrderBy(p => StateComparison.KeyOf(schema, table, p.Final ?? p.Golden!), ValueOrder.Comparer)];
    }

    /// <summary>Returns the difference between the two rows of a pair, or null if they are equal. All tables must be paired before.</summary>
    public RowDifference? Difference(RowPair pair)
    {
        var (table, final, golden) = pair;
        var names = Names(final).Union(Names(golden), StringComparer.Ordinal);
        CellDifference[] cells =
        [
            .. names.Select(name => Column(table, name))
                .Where(column => final is null || golden is null || !Same(column, final[column.Name], golden[column.Name]))
                .Select(column => new CellDifference(column.Name, column.Equality, final?[column.Name], golden?[column.Name])),
        ];
        var kind = final is null ? RowDifferenceKind.Missing : golden is null ? RowDifferenceKind.Extra : RowDifferenceKind.Changed;
        return cells.Length == 0 ? null : new RowDifference(table, kind, Key(table, final), Key(table, golden), cells);
    }

    private List<RowPair> PairMade(string table, List<ObjectValue> final, List<ObjectValue> golden)
    {
        var pairs = new List<RowPair>();
        while (final.Count > 0 && golden.Count > 0)
        {
            var (left, right) = (final.Count * golden.Count <= MostWeighed)
                ? final.SelectMany(f => golden.Select(g => (f, g))).MaxBy(p => Shared(table, p.f, p.g))
                : (final[0], golden[0]);
            final.Remove(left);
            golden.Remove(right);
            pairs.Add(new RowPair(table, left, right));
            Rename(table, left, right);
        }

        pairs.AddRange(final.Select(row => new RowPair(table, row, null)));
        pairs.AddRange(golden.Select(row => new RowPair(table, null, row)));
        return pairs;
    }

    /// <summary>Notes that the keys made in both rows of a pair name the same things. A key names one thing only.</summary>
    private void Rename(string table, ObjectValue final, ObjectValue? golden)
    {
        if (golden is null)
        {
            return;
        }

        foreach (var column in domains.Columns(table).Where(c => c.Equality == Equality.Generated))
        {
            var (key, other) = (final[column.Name], golden[column.Name]);
            if (IsMade(column, key) && IsMade(column, other) && !_renamed.ContainsKey((column.Domain, key)) && _named.Add((column.Domain, other)))
            {
                _renamed.Add((column.Domain, key), other);
            }
        }
    }

    /// <summary>Counts the columns in which two rows agree. A generated key agrees if its counterpart in the golden state is known.</summary>
    private int Shared(string table, ObjectValue final, ObjectValue golden) => Names(final).Select(name => Column(table, name))
        .Count(c => c.Equality != Equality.Volatile
            && (IsMade(c, final[c.Name])
                ? _renamed.TryGetValue((c.Domain, final[c.Name]), out var key) && key == golden[c.Name]
                : Same(c, final[c.Name], golden[c.Name])));

    private bool IsMade(string table, ObjectValue row) =>
        schema.Table(table) is { } known && known.PrimaryKey.Any(name => IsMade(Column(table, name), row[name]));

    private bool IsMade(ColumnEquality column, Value value) => held.IsMade(column.Domain, value);

    private bool Same(ColumnEquality column, Value final, Value golden)
    {
        if (column.Equality == Equality.Volatile)
        {
            return true;
        }

        var renamed = column.Domain < 0 ? final : Renamed(column.Domain, final);
        return column.Equality == Equality.Unordered && renamed.IsArray && golden.IsArray
            ? Sorted(renamed).SequenceEqual(Sorted(golden), StringComparer.Ordinal)
            : renamed == golden;
    }

    private static IEnumerable<string> Sorted(Value array) =>
        array.AsArray.ToArray().Select(item => CanonicalJson.ToText(item)).Order(StringComparer.Ordinal);

    /// <summary>Returns a value in which keys generated since the initial state are replaced by those of the golden state.</summary>
    private Value Renamed(int domain, Value value) => value.IsArray
        ? Value.From(value.AsArray.ToArray().Select(item => Renamed(domain, item)))
        : _renamed.TryGetValue((domain, value), out var other) ? other : value;

    private static IEnumerable<string> Names(ObjectValue? row) => row?.Select(member => member.Key) ?? [];

    private ColumnEquality Column(string table, string name)
    {
        var column = Array.Find(domains.Columns(table), c => c.Name == name);
        return column.Name is null ? new ColumnEquality(name, Equality.Exact, -1) : column;
    }

    private Value? Key(string table, ObjectValue? row) => row is null ? default(Value?) : StateComparison.KeyOf(schema, table, row);
}
