using AgentScaler.Environments.Values;
using AgentScaler.Trajectories.Plans;

namespace AgentScaler.Materialization.Tasks.Dependencies;

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
    public static IEnumerable<Value> Values(Value result, string path)
    {
        if (path.Length == 0)
        {
            return result.IsNull || result.IsObject || result.IsArray ? [] : [result];
        }

        if (path.StartsWith("[]", StringComparison.Ordinal))
        {
            var rest = path[2..].TrimStart('.');
            return result.IsArray ? result.AsArray.ToArray().SelectMany(item => Values(item, rest)) : [];
        }

        // A member's name may hold dots itself, so the members that there are decide where a name ends.
        return result.IsObject
            ? result.AsObject.Where(m => path.StartsWith(m.Key, StringComparison.Ordinal) && m.Key.Length > 0 && (path.Length == m.Key.Length || path[m.Key.Length] is '.' or '['))
                .SelectMany(m => Values(m.Value, path[m.Key.Length..].TrimStart('.')))
            : [];
    }
}
