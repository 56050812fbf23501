using AgentScaler.Environments.Values;
using AgentScaler.Language;

namespace AgentScaler.Materialization.Sentences.Binding;

/// <summary>
/// Reads the states of a thing in sentences where a column tells them: whatever the words of its values are ("requested", "past due", "uncollectible"),
/// they name states.
/// </summary>
internal sealed class ColumnStates
{
    private const int Most = 26;
    private static readonly string[] Passive = [" be", " been", " being"];

    /// <summary>The values, the longest names first, each with the word that stands for it where the grammar reads.</summary>
    private readonly IReadOnlyList<(Value Value, string Words, string Sign)> _signs;
    private readonly HashSet<string> _acts;

    /// <param name="acts">Participles of what the tool does, which are no states where they follow "be": "can be cancelled".</param>
    public ColumnStates(IReadOnlyList<Value> values, HashSet<string> acts)
    {
        _acts = acts;
        _signs = [.. values.Where(v => v.IsString && Words.Split(v.AsString).Count > 0).Take(Most)
            .Select((v, at) => (v, Words.Phrase(v.AsString), $"{(char)('a' + at)}valued")).OrderByDescending(s => s.Item2.Length)];
    }

    /// <summary>What a sentence says of states.</summary>
    public IReadOnlyList<InState> Read(Sentence sentence)
    {
        var words = $" {sentence.Words}";
        foreach (var (_, name, sign) in _signs)
        {
            words = Marked(words, name, sign);
        }

        List<InState> read = words.Length == sentence.Words.Length + 1 && words.EndsWith(sentence.Words, StringComparison.Ordinal) ? []
            : [.. new Sentence(words.Trim()) { Status = sentence.Status }.Meanings.OfType<InState>()];
        return read.Count > 0 ? read : [.. sentence.Meanings.OfType<InState>()];
    }

    /// <summary>The values that the words for a state mean.</summary>
    public List<Value> Named(string words)
    {
        var name = Words.Snake(words);
        return [.. _signs.Where(s => s.Sign == name || Words.Snake(s.Words) is var own && (own == name || own == Words.Singular(name))).Select(s => s.Value)];
    }

    private string Marked(string words, string name, string sign)
    {
        var wanted = $" {name} ";
        for (var at = words.IndexOf(wanted, StringComparison.Ordinal); at >= 0; at = words.IndexOf(wanted, at + 1, StringComparison.Ordinal))
        {
            if (!IsAct(words, at, wanted, name))
            {
                words = $"{words[..at]} {sign} {words[(at + wanted.Length)..]}";
            }
        }

        return words;
    }

    /// <summary>Whether a word that is a value stands for what is done: "can be cancelled", and "open a solved ticket again".</summary>
    private bool IsAct(string words, int at, string wanted, string name)
    {
        var (before, after) = (words[..at], words[(at + wanted.Length)..].Split(' ')[0]);
        return (before.Length == 0 && after is "a" or "an" or "the")
            || (_acts.Contains(Words.Snake(name)) && Array.Exists(Passive, p => before.EndsWith(p, StringComparison.Ordinal)));
    }
}
