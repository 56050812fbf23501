using AgentScaler.Environments.Values;
using AgentScaler.Trajectories.Plans;

namespace AgentScaler.Tasks.Dependencies;

/// <summary>Paths of dependencies: members joined by dots, with <c>[]</c> after an array.</summary>
internal static class DependencyPath
{
    /// <summary>Returns the path of an argument's JSON pointer: <c>/items/0/product_id</c> is <c>items[].product_id</c>.</summary>
    public static string OfPointer(string pointer)
    {
        var path = "";
        foreach (var segment in ArgumentTree.Segments(pointer))
        {
            path += segment == "0" ? "[]" : path.Length == 0 ? segment : "." + segment;
        }

        return path;
    }

    /// <summary>Returns the scalars at a path of a result; none if the path does not exist.</summary>
    public static IEnumerable<Value> Values(Value result, string path) => Places(result, path).Select(p => p.Value);

    /// <summary>Returns the scalars at a path of a result, each with the members and indices that lead to it.</summary>
    public static IEnumerable<(IReadOnlyList<Value> Steps, Value Value)> Places(Value result, string path) => Places(result, path, []);

    private static IEnumerable<(IReadOnlyList<Value> Steps, Value Value)> Places(Value at, string path, IReadOnlyList<Value> steps)
    {
        if (path.Length == 0)
        {
            return at.IsNull || at.IsObject || at.IsArray ? [] : [(steps, at)];
        }

        if (path.StartsWith("[]", StringComparison.Ordinal))
        {
            var rest = path[2..].TrimStart('.');
            return at.IsArray ? at.AsArray.ToArray().SelectMany((item, i) => Places(item, rest, [.. steps, i])) : [];
        }

        // A member's name may contain dots, so the existing members decide where a name ends.
        return at.IsObject
            ? at.AsObject.Where(m => path.StartsWith(m.Key, StringComparison.Ordinal)
                && m.Key.Length > 0
                && (path.Length == m.Key.Length || path[m.Key.Length] is '.' or '['))
                .SelectMany(m => Places(m.Value, path[m.Key.Length..].TrimStart('.'), [.. steps, m.Key]))
            : [];
    }
}
