using AgentScaler.Environments.Values;

namespace AgentScaler.Materialization.Overrides;

/// <summary>An overrides document as a whole, before it is known which domains it meets.</summary>
public static class OverridesDocument
{
    /// <summary>Holds a document to its form: names, places, programs.</summary>
    /// <param name="tools">Names of the tools that there are. Null if that is not known yet.</param>
    /// <exception cref="OverridesException">The document cannot be followed, or speaks of a tool that does not exist.</exception>
    public static void Check(string json, IReadOnlySet<string>? tools)
    {
        var root = DomainOverrides.Parse(json);
        var named = Tools(root, "").ToList();
        foreach (var (slug, entry) in OverrideText.Object(root["domains"], "/domains"))
        {
            named.AddRange(Tools(entry, $"/domains/{slug}"));
            DomainOverrides.Read(json, slug, named.Select(n => n.Tool).ToHashSet(StringComparer.Ordinal));
        }

        DomainOverrides.Read(json, "", named.Select(n => n.Tool).ToHashSet(StringComparer.Ordinal));
        if (tools is not null && named.Find(n => !tools.Contains(n.Tool)) is { Tool: not null } unknown)
        {
            throw new OverridesException(unknown.Place, $"There is no tool {unknown.Tool}; names are those of tools.jsonl.");
        }
    }

    private static IEnumerable<(string Tool, string Place)> Tools(Value part, string place) =>
        OverrideText.Object(part["tools"], $"{place}/tools").Select(t => (t.Key, $"{place}/tools/{t.Key}"));
}
