using System.Text.RegularExpressions;
using AgentScaler.Environments.Values;
using AgentScaler.Trajectories;
using AgentScaler.Trajectories.Plans;

namespace AgentScaler.Tasks.Rewriting;

/// <summary>Checks the values in a rewritten text.</summary>
internal static partial class RewrittenText
{
    private const int MostTimesLonger = 3;

    /// <summary>Whether a text still tells every value of its part.</summary>
    public static bool Keeps(IntentPart part, string text, IReadOnlyDictionary<string, Value> known) =>
        text.Length <= (MostTimesLonger * part.Text.Length) + 200
            && part.Names.All(name => known.TryGetValue(name, out var value) && SpokenValue.IsIn(text, name, value));

    /// <summary>
    /// Whether the original contains everything that looks like a value: words with digits or an at sign, quoted text, and words with a capital
    /// inside a sentence.
    /// </summary>
    public static bool AddsNothing(string original, string rewritten) =>
        LooksLikeValue().Matches(rewritten).All(m => SpokenValue.IsIn(original, m.Value.TrimEnd('.', ',', '?', '!', ':', ';')))
        && Capital().Matches(rewritten).All(m => m.Groups["word"].Value is "I" || SpokenValue.IsIn(original, m.Groups["word"].Value));

    [GeneratedRegex("\"[^\"]*\"|[\\p{L}\\p{Nd}@_.:/+-]*[\\p{Nd}@][\\p{L}\\p{Nd}@_.:/+-]*")]
    private static partial Regex LooksLikeValue();

    /// <summary>A word with a capital that does not begin a sentence.</summary>
    [GeneratedRegex(@"[\p{L}\p{Nd},;'’)-]\s+(?<word>\p{Lu}[\p{L}\p{Nd}]*)")]
    private static partial Regex Capital();
}
