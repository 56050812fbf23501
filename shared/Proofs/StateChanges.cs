using AgentScaler.Environments.Values;

namespace AgentScaler.Proofs;

/// <summary>A session's diff, by table.</summary>
internal sealed class StateChanges(Value diff)
{
    public IReadOnlyList<ObjectValue> Inserted(string table) => Rows(diff[table]["inserted"]);

    public IReadOnlyList<ObjectValue> Deleted(string table) => Rows(diff[table]["deleted"]);

    public IReadOnlyList<(ObjectValue Before, ObjectValue After)> Updated(string table) =>
        diff[table]["updated"] is { IsArray: true } updated ? [.. updated.AsArray.ToArray().Select(u => (u["before"].AsObject, u["after"].AsObject))] : [];

    /// <summary>The tables in which something changed.</summary>
    public IReadOnlyList<string> Tables => diff.AsObject.Names.ToArray();

    private static IReadOnlyList<ObjectValue> Rows(Value rows) => rows.IsArray ? [.. rows.AsArray.ToArray().Select(r => r.AsObject)] : [];
}
