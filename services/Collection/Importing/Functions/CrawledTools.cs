using System.Text.RegularExpressions;
using AgentScaler.Language;

namespace AgentScaler.Collection.Importing.Functions;

/// <summary>
/// Filters lists that were scraped from web pages, in which words of the page appear as parameters. A parameter is accepted unless it is the tool's
/// own name or a capitalised word, because parameters begin with a small letter and words of headings do not.
/// </summary>
internal static partial class CrawledTools
{
    public static IReadOnlyList<FunctionParameter> WithoutNoise(
        string tool, string? description, string provider, IReadOnlyList<FunctionParameter> parameters, out string? cleanDescription)
    {
        cleanDescription = description is not null && Banner().IsMatch(description) ? null : description;
        var text = description ?? "";
        return [.. parameters.Where(parameter => !IsNoise(parameter.Name, tool, text))];
    }

    private static bool IsNoise(string parameter, string tool, string description) =>
        parameter.Length == 0
            || parameter.Equals(tool, StringComparison.OrdinalIgnoreCase)
            || parameter.Any(char.IsWhiteSpace)
            || (char.IsUpper(parameter[0]) && parameter.Skip(1).All(char.IsLower))
            || (parameter.Length > 3 && !parameter.Contains('_', StringComparison.Ordinal) && char.IsUpper(parameter[0])
                && Words.Split(description).Contains(parameter.ToLowerInvariant()));

    [GeneratedRegex(@"^Deploy Server\b|\bTry in Playground\b")]
    private static partial Regex Banner();
}
