using AgentScaler.Environments.Schema;
using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.States;

/// <summary>
/// The changes between two states: <c>{table:{"inserted":[row],"updated":[{"key","before","after"}],"deleted":[row]}}</c>, with changed tables only and
/// rows in order of primary key. 1 and 1.0 are equal, and <c>_session</c> is left out.
/// </summary>
public static class StateDiff
{
    public static Value Between(DatabaseSchema schema, DatabaseState before, DatabaseState after)
    {
        var names = new List<string>();
        var changes = new List<Value>();
        foreach (var table in Tables(schema, before, after))
        {
            var (old, now) = (before.Rows(table), after.Rows(table));
            if (!ReferenceEquals(old, now) && Between(schema.Table(table), old, now) is { } change)
            {
                names.Add(table);
                changes.Add(change);
            }
        }

        return names.Count == 0 ? Value.EmptyObject : Value.From(new ObjectValue([.. names], [.. changes]));
    }

    /// <summary>Returns the tables of the schema in its order, then all others by name.</summary>
    internal static IEnumerable<string> Tables(DatabaseSchema schema, DatabaseState before, DatabaseState after)
    {
        var known = schema.Tables.Select(t => t.Name).ToHashSet(StringComparer.Ordinal);
        return schema.Tables.Select(t => t.Name)
            .Concat(before.Tables.Union(after.Tables).Where(t => !known.Contains(t)).Order(StringComparer.Ordinal))
            .Where(t => t != DatabaseState.SessionTable);
    }

    private static Value? Between(TableSchema? table, IReadOnlyList<ObjectValue> before, IReadOnlyList<ObjectValue> after)
    {
        // The content of rows that both states share as objects need not be compared.
        var shared = new HashSet<ObjectValue>(before, ReferenceEqualityComparer.Instance);
        var kept = new HashSet<ObjectValue>(after.Where(shared.Contains), ReferenceEqualityComparer.Instance);
        var old = Keyed(table, before.Where(r => !kept.Contains(r)));
        var now = Keyed(table, after.Where(r => !kept.Contains(r)));

        var inserted = new List<Value>();
        var updated = new List<Value>();
        var deleted = new List<Value>();
        foreach (var key in old.Keys.Union(now.Keys).Order(ValueOrder.Comparer))
        {
            var was = Unmatched(old, now, key);
            var are = Unmatched(now, old, key);
            var pairs = table is null ? 0 : Math.Min(was.Count, are.Count);
            for (var i = 0; i < pairs; i++)
            {
                updated.Add(Value.Object(("key", KeyObject(table!, was[i])), ("before", Value.From(was[i])), ("after", Value.From(are[i]))));
            }

            deleted.AddRange(was.Skip(pairs).Select(Value.From));
            inserted.AddRange(are.Skip(pairs).Select(Value.From));
        }

        return inserted.Count + updated.Count + deleted.Count == 0
            ? default(Value?)
            : Value.Object(("inserted", Value.From(inserted)), ("updated", Value.From(updated)), ("deleted", Value.From(deleted)));
    }

    private static Dictionary<Value, List<ObjectValue>> Keyed(TableSchema? table, IEnumerable<ObjectValue> rows)
    {
        var keyed = new Dictionary<Value, List<ObjectValue>>();
        foreach (var row in rows)
        {
            var key = Key(table, row);
            if (!keyed.TryGetValue(key, out var group))
            {
                keyed[key] = group = [];
            }

            group.Add(row);
        }

        return keyed;
    }

    /// <summary>Returns the rows of one key without an equal row on the other side. Keys are nearly always unique.</summary>
    private static List<ObjectValue> Unmatched(
        Dictionary<Value, List<ObjectValue>> here, Dictionary<Value, List<ObjectValue>> there, Value key)
    {
        if (!here.TryGetValue(key, out var rows))
        {
            return [];
        }

        var others = there.TryGetValue(key, out var found) ? found.ConvertAll(Value.From) : [];
        return rows.FindAll(row => !others.Remove(Value.From(row)));
    }

    private static Value Key(TableSchema? table, ObjectValue row) => table is null || table.PrimaryKey.Count == 0
        ? Value.From(row)
        : Value.From(table.PrimaryKey.Select(c => row[c]));

    private static Value KeyObject(TableSchema table, ObjectValue row) => Value.From(new ObjectValue(
        [.. table.PrimaryKey],
        [.. table.PrimaryKey.Select(c => row[c])]));
}
