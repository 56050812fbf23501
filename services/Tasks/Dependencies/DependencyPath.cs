using AgentScaler.Environments.Values;
using AgentScaler.Trajectories.Plans;

namespace AgentScaler.Tasks.Dependencies;

/// <summary>Paths as dependencies write them: members joined by dots, <c>[]</c> after an array.</summary>
internal static class DependencyPath
{
    /// <summary>The path of an argument's JSON pointer: <c>/items/0/product_id</c> is <c>items[].product_id</c>.</summary>
    public static string OfPointer(string pointer)
    {
        var path = "";
        foreach (var segment in ArgumentTree.Segments(pointer))
        {
            path += segment == "0" ? "[]" : path.Length == 0 ? segment : "." + segment;
        }

        return path;
    }

    /// <summary>The scalars that stand at a path of a result; what does not exist gives nothing.</summary>
    public static IEnumerable<Value> Values(Value result, string path) => Places(result, path).Select(p => p.Value);

    /// <summary>The scalars at a path of a result, each with the members and indices that lead to it.</summary>
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

        // A member's name may hold dots itself, so the members that there are decide where a name ends.
        return at.IsObject
            ? at.AsObject.Where(m => path.StartsWith(m.Key, StringComparison.Ordinal) && m.Key.Length > 0 && (path.Length == m.Key.Length || path[m.Key.Length] is '.' or '['))
                .SelectMany(m => Places(m.Value, path[m.Key.Length..].TrimStart('.'), [.. steps, m.Key]))
            : [];
    }
}
