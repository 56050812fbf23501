using AgentScaler.Language;

namespace AgentScaler.Materialization.SchemaInference;

/// <summary>Cuts documentation into statements, each as lower-case words.</summary>
internal static class Statements
{
    private const string Ends = ".;\n\r!?:()";

    /// <summary>Sentences and the clauses that commas and "but" part, so that one statement is about one thing.</summary>
    public static IEnumerable<IReadOnlyList<string>> Clauses(string text)
    {
        foreach (var sentence in Sentences(text))
        {
            foreach (var clause in Parts(sentence))
            {
                // "can't" and "isn't" are two words each.
                var words = Words.Split(clause.Replace("can't", "cannot", StringComparison.OrdinalIgnoreCase)
                    .Replace("n't", " not", StringComparison.OrdinalIgnoreCase));
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

    /// <summary>A point inside a number or a name, as in v1.2, ends nothing.</summary>
    private static IEnumerable<string> Sentences(string text)
    {
        var from = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var inside = text[i] == '.' && i > 0 && i + 1 < text.Length && char.IsLetterOrDigit(text[i - 1]) && char.IsAsciiDigit(text[i + 1]);
            if (Ends.Contains(text[i], StringComparison.Ordinal) && !inside)
            {
                yield return text[from..i];
                from = i + 1;
            }
        }

        yield return text[from..];
    }

    private static IEnumerable<string> Parts(string sentence) =>
        sentence.Replace(", and ", "\u001f", StringComparison.OrdinalIgnoreCase).Replace(", but ", "\u001f", StringComparison.OrdinalIgnoreCase)
            .Replace(" but ", "\u001f", StringComparison.OrdinalIgnoreCase).Replace("; ", "\u001f", StringComparison.Ordinal)
            .Split('\u001f', StringSplitOptions.RemoveEmptyEntries);
}
