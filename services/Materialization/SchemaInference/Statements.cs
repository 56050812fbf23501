using AgentScaler.Language;

namespace AgentScaler.Materialization.SchemaInference;

/// <summary>Cuts documentation into statements, each as lower-case words.</summary>
internal static class Statements
{
    private static readonly char[] Ends = ['.', ';', '\n', '\r', '!', '?', ':', '(', ')'];

    /// <summary>Sentences and the clauses that commas and "but" part, so that one statement is about one thing.</summary>
    public static IEnumerable<IReadOnlyList<string>> Clauses(string text)
    {
        foreach (var sentence in text.Split(Ends, StringSplitOptions.RemoveEmptyEntries))
        {
            foreach (var clause in Parts(sentence))
            {
                // "can't" and "isn't" are two words each.
                var words = Words.Split(clause.Replace("can't", "cannot", StringComparison.OrdinalIgnoreCase).Replace("n't", " not", StringComparison.OrdinalIgnoreCase));
                if (words.Count > 0)
                {
                    yield return words;
                }
            }
        }
    }

    /// <summary>Where words stand in a row, or -1.</summary>
    public static int Find(IReadOnlyList<string> words, IReadOnlyList<string> wanted, int from = 0)
    {
        for (var i = from; wanted.Count > 0 && i + wanted.Count <= words.Count; i++)
        {
            if (wanted.Select((w, at) => words[i + at] == w).All(same => same))
            {
                return i;
            }
        }

        return -1;
    }

    private static IEnumerable<string> Parts(string sentence) =>
        sentence.Replace(", and ", "\u001f", StringComparison.OrdinalIgnoreCase).Replace(", but ", "\u001f", StringComparison.OrdinalIgnoreCase)
            .Replace(" but ", "\u001f", StringComparison.OrdinalIgnoreCase).Replace("; ", "\u001f", StringComparison.Ordinal)
            .Split('\u001f', StringSplitOptions.RemoveEmptyEntries);
}
