using System.Text.RegularExpressions;

namespace AgentScaler.Traces.Tests;

/// <summary>What docs/observability.md promises.</summary>
internal static partial class Documentation
{
    /// <summary>Rows of the table of metrics whose cells are code: name and unit.</summary>
    public static IReadOnlyList<(string Name, string Unit)> Metrics() =>
        [.. MetricRow().Matches(File.ReadAllText(Path.Combine(Root, "docs", "observability.md"))).Select(row => (row.Groups[1].Value, row.Groups[2].Value))];

    private static string Root
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(folder!.FullName, "AgentScaler.slnx")))
            {
                folder = folder.Parent;
            }

            return folder.FullName;
        }
    }

    [GeneratedRegex(@"^\| `([a-z_.]+)` \| `([^`]+)` \|", RegexOptions.Multiline)]
    private static partial Regex MetricRow();
}
