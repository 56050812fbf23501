using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.States.Dumps;

/// <summary>A table whose rows stand inside rows of another one.</summary>
/// <param name="Key">The primary key of the table.</param>
internal sealed record NestedTable(string Name, NestedForm Form, string Key)
{
    /// <summary>
    /// Takes the rows out of their parents, which keep empty containers. A place stays whole where its rows could not be put back: the key of the parent's
    /// row or of one of the rows is missing or stands twice, or an item is of another form.
    /// </summary>
    public List<ObjectValue> Unfold(ObjectValue[] parents)
    {
        var rows = new List<ObjectValue>();
        var taken = new HashSet<Value>();
        var known = Form.ParentKey is { } own ? parents.GroupBy(p => p[own]).Where(g => g.Count() == 1).Select(g => g.Key).ToHashSet() : null;
        for (var i = 0; i < parents.Length; i++)
        {
            var key = KeyOf(parents[i]);
            var content = NestedPlace.Of(parents[i], Form.Path);
            var addressed = known is null ? parents.Length == 1 : !key.IsNull && known.Contains(key);
            if (!addressed || IsEmpty(content) || Form.Rows(content, key, rows.Count) is not { } found)
            {
                continue;
            }

            var keys = found.Select(r => r[Key]).ToHashSet();
            if (keys.Count == found.Count && !keys.Contains(Value.Null) && !keys.Overlaps(taken))
            {
                taken.UnionWith(keys);
                rows.AddRange(found);
                parents[i] = NestedPlace.With(parents[i], Form.Path, Form.Empty!.Value)!;
            }
        }

        return rows;
    }

    /// <summary>Puts the rows back into their parents, and returns those that have no place there.</summary>
    /// <param name="rows">The rows in the order in which they stand in their places.</param>
    public List<ObjectValue> Fold(ObjectValue[] parents, IReadOnlyList<ObjectValue> rows)
    {
        var left = new List<ObjectValue>();
        var places = new Dictionary<Value, int>();
        for (var i = 0; i < parents.Length; i++)
        {
            places.TryAdd(KeyOf(parents[i]), i);
        }

        foreach (var group in rows.GroupBy(r => Form.Reference is null ? Value.Null : r[Form.Reference]))
        {
            List<ObjectValue> children = [.. group];
            if (places.TryGetValue(group.Key, out var at) && Filled(parents[at], children) is { } filled)
            {
                parents[at] = filled;
            }
            else
            {
                left.AddRange(children);
            }
        }

        return left;
    }

    /// <summary>The parent's row with these rows in their place. Null if something else stands there.</summary>
    public ObjectValue? Filled(ObjectValue parent, IReadOnlyList<ObjectValue> rows) =>
        Form.Filled(NestedPlace.Of(parent, Form.Path), rows) is { } content ? NestedPlace.With(parent, Form.Path, content) : null;

    /// <summary>What rows inside this row refer to it by. Null if they need no reference.</summary>
    public Value KeyOf(ObjectValue parent) => Form.ParentKey is { } key ? parent[key] : Value.Null;

    private static bool IsEmpty(Value content) =>
        content.IsNull || (content.IsArray && content.AsArray.Length == 0) || (content.IsObject && content.AsObject.Count == 0);
}
