namespace AgentScaler.Tools;

/// <summary>
/// Names that begin with a domain turned around, as registries of MCP servers give them: <c>io.github.owner/server</c>. The first labels are the same
/// for many owners, so they tell nothing.
/// </summary>
public static class ReverseDomain
{
    // Country codes are two letters. These are the others that owners of servers and packages use.
    private static readonly HashSet<string> Generic = new(StringComparer.OrdinalIgnoreCase)
    {
        "com", "org", "net", "edu", "gov", "info", "app", "dev", "cloud", "tech", "xyz", "online", "site", "tools", "software", "systems", "studio", "agency",
    };

    /// <summary>Returns the name without the labels before its owner: <c>owner/server</c>, or one word where both are the same.</summary>
    public static string Strip(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var slash = name.IndexOf('/', StringComparison.Ordinal);
        var (domain, path) = slash < 0 ? (name, "") : (name[..slash], name[(slash + 1)..]);
        var labels = domain.Split('.');
        if (labels.Length < 2 || labels.Contains("") || !IsTop(labels[0], isCountry: slash >= 0) || IsTop(labels[^1], isCountry: true))
        {
            return name;
        }

        var owner = labels[^1];
        return path.Length == 0 || string.Equals(owner, path, StringComparison.OrdinalIgnoreCase) ? owner : $"{owner}/{path}";
    }

    private static bool IsTop(string label, bool isCountry) => Generic.Contains(label) || (isCountry && label.Length == 2 && label.All(char.IsAsciiLetter));
}
