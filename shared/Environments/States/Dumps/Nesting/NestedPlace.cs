using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.States.Dumps;

/// <summary>A place inside a row, reached by the names of members.</summary>
internal static class NestedPlace
{
    /// <summary>What stands there. Null if nothing does.</summary>
    public static Value Of(ObjectValue row, IReadOnlyList<string> path) => path.Aggregate(Value.From(row), (value, name) => value[name]);

    /// <summary>The row with something else in the place. Null if a value that is no object stands on the way.</summary>
    public static ObjectValue? With(ObjectValue row, IReadOnlyList<string> path, Value content, int step = 0)
    {
        if (step == path.Count - 1)
        {
            return row.With(path[step], content);
        }

        var inner = row[path[step]];
        return !inner.IsNull && !inner.IsObject ? null
            : With(inner.IsNull ? ObjectValue.Empty : inner.AsObject, path, content, step + 1) is { } made ? row.With(path[step], Value.From(made)) : null;
    }
}
