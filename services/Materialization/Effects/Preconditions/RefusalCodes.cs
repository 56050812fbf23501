using AgentScaler.Language;
using AgentScaler.Materialization.Sentences;
using AgentScaler.Materialization.Sentences.Clauses;

namespace AgentScaler.Materialization.Effects;

/// <summary>
/// The code that the documentation gives to a refusal. The message begins with it, because that is how a caller who knows the documentation tells refusals
/// apart. A sentence with several codes, or with one that is the name of an argument or a column, gives none.
/// </summary>
internal static class RefusalCodes
{
    public static string? Of(Precondition precondition, ToolModel tool) =>
        (precondition.Basis.Source == Source.Text ? Only(precondition.Basis.Sentence.Split('\n'), tool) : null)
        ?? (precondition is StatusIn ? Only(OfStates(tool), tool) : null);

    /// <summary>Sentences that demand or refuse a state.</summary>
    private static IEnumerable<string> OfStates(ToolModel tool) => tool.Tool.DescriptionDerived ? [] : SentenceSplitter.Of(tool.Tool, tool.Parameters)
        .Where(s => s.Parameter is null && Codes(s.Text).Any() && SentenceReader.Read(s).Any(m => m is InState)).Select(s => s.Text);

    private static string? Only(IEnumerable<string> sentences, ToolModel tool)
    {
        var codes = sentences.SelectMany(Codes).Distinct(StringComparer.Ordinal).ToList();
        return codes is [var code] && tool.Parameters.All(p => Words.Snake(p.Name) != Words.Snake(code)) && tool.Table?.Columns.Any(c => c.Name == code) != true
            ? code : null;
    }

    private static IEnumerable<string> Codes(string sentence) => Reasons.Of(sentence).Select(r => r.Code).Where(c => c.Length > 0);
}
