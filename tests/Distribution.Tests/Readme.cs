using System.Text.RegularExpressions;

namespace AgentScaler.Distribution.Tests;

/// <summary>What the README tells its reader to type.</summary>
internal static partial class Readme
{
    public static string Text { get; } = Repository.Read("README.md");

    /// <summary>Lines of the shell blocks below a heading, without comments.</summary>
    public static IReadOnlyList<string> Commands(string heading)
    {
        var section = Text.Split($"\n## {heading}\n")[1].Split("\n## ")[0];
        return [.. ShellBlock().Matches(section)
            .SelectMany(block => block.Groups[1].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            .Select(line => line.Split(" #")[0].TrimEnd())
            .Where(line => line.Length > 0)];
    }

    [GeneratedRegex("```sh\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex ShellBlock();
}
