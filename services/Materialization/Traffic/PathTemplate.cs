using System.Text;
using System.Text.RegularExpressions;

namespace AgentScaler.Materialization.Traffic;

/// <summary>An HTTP path with variables, held against the paths of requests. A server's base path may stand before it.</summary>
internal sealed partial class PathTemplate
{
    private readonly List<(string? Fixed, Regex? Pattern, string[] Variables)> _segments = [];

    public PathTemplate(string path)
    {
        var question = path.IndexOf('?', StringComparison.Ordinal);
        foreach (var segment in (question < 0 ? path : path[..question]).Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            _segments.Add(Segment(segment));
        }
    }

    /// <summary>How particular the template is: fixed segments.</summary>
    public int Fixed => _segments.Count(s => s.Fixed is not null);

    public int Length => _segments.Count;

    /// <summary>The variables' values where the path ends as the template says; null elsewhere.</summary>
    public IReadOnlyDictionary<string, string>? Match(IReadOnlyList<string> path)
    {
        var before = path.Count - _segments.Count;
        if (before < 0 || _segments.Count == 0)
        {
            return null;
        }

        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < _segments.Count; i++)
        {
            var (exact, pattern, variables) = _segments[i];
            if (exact is not null)
            {
                if (!string.Equals(exact, path[before + i], StringComparison.OrdinalIgnoreCase))
                {
                    return null;
                }

                continue;
            }

            if (pattern!.Match(path[before + i]) is not { Success: true } match)
            {
                return null;
            }

            for (var v = 0; v < variables.Length; v++)
            {
                values[variables[v]] = match.Groups[v + 1].Value;
            }
        }

        return values;
    }

    private static (string? Fixed, Regex? Pattern, string[] Variables) Segment(string segment)
    {
        var matches = Variable().Matches(segment);
        if (matches.Count == 0)
        {
            return (Uri.UnescapeDataString(segment), null, []);
        }

        var pattern = new StringBuilder("^");
        var at = 0;
        foreach (Match match in matches)
        {
            pattern.Append(Regex.Escape(Uri.UnescapeDataString(segment[at..match.Index]))).Append("(.+?)");
            at = match.Index + match.Length;
        }

        pattern.Append(Regex.Escape(Uri.UnescapeDataString(segment[at..]))).Append('$');
        // Documents are not trusted: the matcher takes linear time whatever they hold.
        return (null, new Regex(pattern.ToString(), RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant),
            [.. matches.Select(m => m.Groups[1].Value)]);
    }

    [GeneratedRegex(@"\{[+*/]?([^{}]+?)\*?\}")]
    private static partial Regex Variable();
}
