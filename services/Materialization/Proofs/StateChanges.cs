using AgentScaler.Environments.Values;

namespace AgentScaler.Materialization.Proofs;

/// <summary>A session's diff, by table.</summary>
internal sealed class StateChanges(Value diff)
{
    public IReadOnlyList<ObjectValue> Inserted(string table) => Rows(diff[table]["inserted"]);

    public IReadOnlyList<ObjectValue> Deleted(string table) => Rows(diff[table]["deleted"]);

    public IReadOnlyList<(ObjectValue Before, ObjectValue After)> Updated(string table) =>
        diff[table]["updated"] is { IsArray: true } updated ? [.. updated.AsArray.ToArray().Select(u => (u["before"].AsObject, u["after"].AsObject))] : [];

    public bool Touches(string table) => Inserted(table).Count + Deleted(table).Count + Updated(table).Count > 0;

    /// <summary>The new form of the row with this key, whatever its key column is called; null where it did not change.</summary>
    public ObjectValue? After(string table, Value key) => Updated(table).Where(u => u.After.Any(m => m.Value == key)).Select(u => u.After).FirstOrDefault();

    /// <summary>Whether nothing changed but so many rows of one table.</summary>
    public bool Only(string table, int inserted = 0, int updated = 0) =>
        Inserted(table).Count == inserted && Updated(table).Count == updated && Deleted(table).Count == 0
        && diff.AsObject.Names.ToArray().All(n => n == table || !Touches(n));

    private static IReadOnlyList<ObjectValue> Rows(Value rows) => rows.IsArray ? [.. rows.AsArray.ToArray().Select(r => r.AsObject)] : [];
}
