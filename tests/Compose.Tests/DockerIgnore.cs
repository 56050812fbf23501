using System.Text.RegularExpressions;

namespace AgentScaler.Compose.Tests;

/// <summary>Which files of the checkout a build is given: the last pattern of <c>.dockerignore</c> that fits a file or a folder above it decides.</summary>
internal sealed class DockerIgnore(IEnumerable<string> lines)
{
    private readonly List<(bool Admits, Regex Pattern)> _rules =
    [
        .. lines.Select(line => line.Trim())
            .Where(line => line.Length > 0 && !line.StartsWith('#'))
            .Select(line => (line.StartsWith('!'), Pattern(line.TrimStart('!').Trim('/')))),
    ];

    /// <param name="path">From the root of the checkout, with slashes.</param>
    public bool Admits(string path)
    {
        var last = _rules.LastOrDefault(rule => rule.Pattern.IsMatch(path));
        return last.Pattern is null || last.Admits;
    }

    private static Regex Pattern(string glob)
    {
        var text = Regex.Escape(glob).Replace(@"\*\*/", "(.*/)?", StringComparison.Ordinal).Replace(@"\*", "[^/]*", StringComparison.Ordinal)
            .Replace(@"\?", "[^/]", StringComparison.Ordinal);
        return new Regex($"^{text}(/.*)?$", RegexOptions.CultureInvariant);
    }
}
