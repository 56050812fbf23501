using AgentScaler.Clustering.Profiles;
using AgentScaler.Language;

namespace AgentScaler.Clustering.Dependencies;

/// <summary>Which thing a bare <c>id</c> or <c>name</c> belongs to.</summary>
internal static class EntityNames
{
    private static readonly HashSet<string> IdentifierWords = new(["id", "uuid", "guid", "identifier", "arn", "sid", "uid", "key", "handle", "slug", "code", "number"], StringComparer.Ordinal);

    /// <summary>True where the name alone says identifier; a bare key or code may be anything, an API key for one.</summary>
    public static bool IsPlainIdentifier(string name) => name is "id" or "uuid" or "guid" or "identifier";

    /// <summary>True where the name is only an identifier word and so needs its owner to mean anything.</summary>
    public static bool IsBareIdentifier(string name) => IdentifierWords.Contains(name);

    /// <summary><c>parent_order_id</c> names parent_order and, in a role, order: the entity, from the most to the least exact.</summary>
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

    /// <summary>What the tool is about: the last resource of its path, or the words after the verb of its name.</summary>
    public static IReadOnlyList<string> MainOf(ToolProfile tool)
    {
        var entities = new List<string>();
        if (tool.Resources.Count > 0)
        {
            entities.Add(tool.Resources[^1]);
        }

        // Without its verb: create_order is about order, list_open_orders about open_order and order.
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

    /// <summary>The resource whose member the path parameter selects: <c>order</c> for <c>{id}</c> in <c>/orders/{id}/lines</c>.</summary>
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
