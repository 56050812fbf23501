using System.Text.RegularExpressions;
using AgentScaler.Language;

namespace AgentScaler.Materialization.SchemaInference;

/// <summary>
/// Reads documentation that lists by their codes how a tool can fail: <c>Returns -1 if the user is not found, -2 if the team is not found.</c>
/// </summary>
internal static partial class ListedFailures
{
    private const int Enough = 2;

    /// <summary>Whether the documentation lists failures, and none of which a word speaks.</summary>
    public static bool Exclude(ToolReading reading, string word) => CodePattern().Count(reading.Tool.Description) >= Enough
        && !Words.Split(reading.Tool.Description).Contains(word);

    [GeneratedRegex(@"-\d+['""`]?,? (?:if|when|where|in case)\b", RegexOptions.IgnoreCase)]
    private static partial Regex CodePattern();
}
