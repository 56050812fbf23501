using AgentScaler.Clustering.Profiles;
using AgentScaler.Language;

namespace AgentScaler.Clustering.Dependencies;

/// <summary>Finds the thing to which a bare <c>id</c> or <c>name</c> belongs.</summary>
internal static class EntityNames
{
    private static readonly HashSet<string> IdentifierWords =
        new(["id", "uuid", "guid", "identifier", "arn", "sid", "uid", "key", "handle", "slug", "code", "number"], StringComparer.Ordinal);

    /// <summary>Whether the name alone means an identifier. A bare key or code may be anything, such as an API key.</summary>
    public static bool IsPlainIdentifier(string name) => name is "id" or "uuid" or "guid" or "identifier";

    /// <summary>Whether the name is only an identifier word, which means nothing without its owner.</summary>
    public static bool IsBareIdentifier(string name) => IdentifierWords.Contains(name);

    /// <summary>Returns the entities of an identifier, the most exact first: <c>parent_order_id</c> names parent_order and, in a role, order.</summary>
    public static IEnumerable<string> OfIdentifier(string name)
    {
        var end = name.LastIndexOf('_');
        if (end <= 0 || !IdentifierWords.Contains(name[(end + 1)..]))
        {
            yield break;
        }

        var prefix = name[..end];
        yield return prefix;
        for (var i = prefix.IndexOf('_', StringComparison.Ordinal); i >= 0; i = prefix.IndexOf('_', i + 1))
        {
            yield return prefix[(i + 1)..];
        }
    }

    /// <summary>Returns the subject of the tool: the last resource of its path, or the words after the verb of its name.</summary>
    public static IReadOnlyList<string> MainOf(ToolProfile tool)
    {
        var entities = new List<string>();
        if (tool.Resources.Count > 0)
        {
            entities.Add(tool.Resources[^1]);
        }

        // Leave out the verb: create_order is about order, list_open_orders about open_order and order.
        for (var i = 1; i < tool.NameWords.Count; i++)
        {
            var entity = string.Join('_', tool.NameWords.Skip(i));
            if (!entities.Contains(entity))
            {
                entities.Add(entity);
            }
        }

        return entities;
    }

    /// <summary>Returns the resource whose member the path parameter selects: <c>order</c> for <c>{id}</c> in <c>/orders/{id}/lines</c>.</summary>
    public static string? OfPathParameter(ToolProfile tool, string parameter)
    {
        if (tool.Http is null)
        {
            return null;
        }

        string? before = null;
        foreach (var segment in tool.Http.Path.Split('?')[0].Split('/'))
        {
            if (segment.Contains('{' + parameter + '}', StringComparison.Ordinal))
            {
                return before;
            }

            if (segment.Length > 0 && !segment.Contains('{', StringComparison.Ordinal))
            {
                before = Words.Normal(segment);
            }
        }

        return null;
    }
}
