namespace AgentScaler.Materialization.SchemaInference;

/// <summary>An HTTP path read as resources: groups of a collection and its key variables, and a custom verb at the end.</summary>
internal sealed record ResourcePath(IReadOnlyList<PathGroup> Groups, string? Verb)
{
    private static readonly HashSet<string> Prefixes = new(StringComparer.OrdinalIgnoreCase)
    {
        "api", "apis", "rest", "public", "json", "v", "service", "services", "web", "public-api", "rest-api", "latest", "beta", "stable", "open-api", "openapi",
            "ws",
    };

    private static readonly string[] Forms = [".json", ".xml"];

    public static ResourcePath Parse(string path)
    {
        var question = path.IndexOf('?', StringComparison.Ordinal);
        var clean = question < 0 ? path : path[..question];
        var groups = new List<PathGroup>();
        var variables = new List<string>();
        string? segment = null;
        string? verb = null;
        foreach (var raw in clean.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            verb = null;
            var part = raw.Replace("%7B", "{", StringComparison.OrdinalIgnoreCase).Replace("%7D", "}", StringComparison.OrdinalIgnoreCase);
            var open = part.IndexOf('{', StringComparison.Ordinal);
            if (open < 0)
            {
                Flush();
                var colon = part.IndexOf(':', StringComparison.Ordinal);
                segment = WithoutForm(colon > 0 ? part[..colon] : part);
                verb = colon > 0 ? part[(colon + 1)..] : null;
                continue;
            }

            // Users({id}), {id}.json, {name}:cancel, {from}-{to}.
            if (open > 0 && char.IsLetter(part[0]))
            {
                Flush();
                segment = part[..open].TrimEnd('(', '\'', '=', '@', ':', '.', '-', '_');
            }

            for (var at = open; at >= 0; at = part.IndexOf('{', at + 1))
            {
                var close = part.IndexOf('}', at);
                if (close < 0)
                {
                    break;
                }

                variables.Add(part[(at + 1)..close].TrimStart('+', '*', '/').TrimEnd('+', '*'));
                verb = close + 1 < part.Length && part[close + 1] == ':' ? part[(close + 2)..].Trim('{', '}') : null;
            }
        }

        Flush();
        while (groups.Count > 1 && groups[0].Variables.Count == 0 && IsPrefix(groups[0].Segment))
        {
            groups.RemoveAt(0);
        }

        return new ResourcePath(groups, verb);

        void Flush()
        {
            if (segment is not null || variables.Count > 0)
            {
                groups.Add(new PathGroup(segment ?? "", [.. variables]));
            }

            segment = null;
            variables.Clear();
        }
    }

    /// <summary>The segment without the form of output behind it: <c>orders.json</c>.</summary>
    private static string WithoutForm(string segment) =>
        Array.Find(Forms, form => segment.Length > form.Length && segment.EndsWith(form, StringComparison.OrdinalIgnoreCase)) is { } found
            ? segment[..^found.Length]
            : segment;

    private static bool IsPrefix(string segment) => Prefixes.Contains(segment)
        || (segment.Length is > 1 and < 8 && segment[0] is 'v' or 'V' && segment.AsSpan(1).IndexOfAnyExceptInRange('.', '9') < 0)
        || char.IsAsciiDigit(segment.Length > 0 ? segment[0] : 'x');
}
