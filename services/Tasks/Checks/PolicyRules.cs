using AgentScaler.Language;
using AgentScaler.Tasks.Reading;

namespace AgentScaler.Tasks.Checks;

/// <summary>Finds the sentence of a policy that a failing call breaks.</summary>
internal sealed class PolicyRules
{
    private const double Enough = 0.5;

    private static readonly HashSet<string> Common = new(StringComparer.Ordinal)
    {
        "a", "an", "the", "is", "are", "be", "can", "cannot", "may", "must", "not", "only", "of", "to", "in", "for", "and", "or", "with", "its", "it", "that",
            "this", "whose", "when", "while", "on", "by", "has", "have", "no",
    };

    private readonly IReadOnlyList<(string Sentence, HashSet<string> Words)> _sentences;

    public PolicyRules(string policy) => _sentences =
    [
        .. policy.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0 && l[0] != '#')
            .Select(l => l.TrimStart('-', '*', ' ').Replace("`", "", StringComparison.Ordinal).Trim())
            .Where(l => l.Length > 8).Select(l => (l, Content(l))),
    ];

    /// <summary>Returns the rule that shares most words with the error and the tool, or null if none is close.</summary>
    public string? Sentence(ToolModel tool, ErrorBranch branch)
    {
        var error = Content(string.Join(' ', branch.Fragments));
        if (error.Count == 0)
        {
            return null;
        }

        var about = Content(tool.Name);
        about.UnionWith(tool.Tables.SelectMany(Content));
        var best = _sentences
            .Select(s =>
                (s.Sentence, Score: (s.Words.Count(error.Contains) / (double)error.Count) + (0.3 * s.Words.Count(about.Contains) / Math.Max(1, about.Count))))
            .OrderByDescending(s => s.Score)
            .FirstOrDefault();
        return best.Sentence is not null && best.Score >= Enough ? best.Sentence : null;
    }

    private static HashSet<string> Content(string text) =>
        Words.Split(text).Select(Words.Singular).Where(w => !Common.Contains(w)).ToHashSet(StringComparer.Ordinal);
}
