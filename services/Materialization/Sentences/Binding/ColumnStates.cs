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
    /// <summary>The verb that stands for the tool's own, which need not be one that the grammar knows.</summary>
    private const string AnyAct = "cancel";
    private static readonly string[] Passive = [" be", " been", " being"];

    /// <summary>The values, the longest names first, each with the word that stands for it where the grammar reads.</summary>
    private readonly IReadOnlyList<(Value Value, string Words, string Sign)> _signs;
    private readonly HashSet<string> _acts;
    private readonly IReadOnlyList<string> _verbs;

    /// <param name="verbs">Words for what the tool does; a sentence that begins with one and an article speaks of the act.</param>
    /// <param name="acts">Participles of what the tool does, which are no states where they follow "be": "can be cancelled".</param>
    public ColumnStates(IReadOnlyList<Value> values, IReadOnlyList<string> verbs, HashSet<string> acts)
    {
        _verbs = verbs;
        _acts = acts;
        _signs = [.. values.Where(v => v.IsString && Words.Split(v.AsString).Count > 0).Take(Most)
            .Select((v, at) => (v, Words.Phrase(v.AsString), $"{(char)('a' + at)}valued")).OrderByDescending(s => s.Item2.Length)];
    }

    /// <summary>What a sentence says of states. Codes of errors are read as they are written, and all else with signs for the values first.</summary>
    public IReadOnlyList<InState> Read(Sentence sentence)
    {
        var own = States(sentence);
        return sentence.Status is not null && own.Count > 0 ? own : States(Signed(sentence)) is { Count: > 0 } signed ? signed : own;
    }

    /// <summary>The values that the words for a state mean.</summary>
    public List<Value> Named(string words)
    {
        var name = Words.Snake(words);
        return [.. _signs.Where(s => s.Sign == name || Words.Snake(s.Words) is var own && (own == name || own == Words.Singular(name))).Select(s => s.Value)];
    }

    private List<InState> States(Sentence sentence) => [.. sentence.Meanings.Select(State).OfType<InState>()];

    /// <summary>What a meaning says of states; of a reason that is said twice, what the column knows.</summary>
    private InState? State(Meaning meaning) => meaning switch
    {
        InState state => state,
        SaidTwice twice => State(twice.First) is { } first && first.States.All(s => Named(s).Count > 0) ? first : State(twice.Otherwise),
        _ => null,
    };

    private Sentence Signed(Sentence sentence)
    {
        var first = sentence.Words.Split(' ')[0];
        var acts = (_verbs.Contains(first) || _verbs.Contains(Words.Singular(first))) && Begins(sentence.Words[first.Length..].TrimStart());
        var words = acts ? $" {AnyAct}{sentence.Words[first.Length..]}" : $" {sentence.Words}";
        return new Sentence(_signs.Aggregate(words, (said, s) => Marked(said, s.Words, s.Sign)).Trim()) { Status = sentence.Status };
    }

    private string Marked(string words, string name, string sign)
    {
        var wanted = $" {name} ";
        for (var at = words.IndexOf(wanted, StringComparison.Ordinal); at >= 0; at = words.IndexOf(wanted, at + 1, StringComparison.Ordinal))
        {
            if (!IsAct(words, at, wanted, name))
            {
                var rest = words[(at + wanted.Length)..];
                words = $"{words[..at]} {sign} {(IsThing(words[..at], rest) ? "thing " : "")}{rest}";
            }
        }

        return words;
    }

    /// <summary>Whether a word that is a value stands for the thing in that state: "only a draft can be edited".</summary>
    private static bool IsThing(string before, string after) => after.Split(' ')[0] is "can" or "cannot" or "may" or "must" or "should" or "could"
        && before.Split(' ')[^1] is "a" or "an" or "the" or "only" or "no" or "any";

    private static bool Begins(string words) => words.Split(' ')[0] is "a" or "an" or "the" or "all" or "any" or "every" or "each" or "only" or "one";

    /// <summary>Whether a word that is a value stands for what is done: "can be cancelled", and "open a solved ticket again".</summary>
    private bool IsAct(string words, int at, string wanted, string name)
    {
        var (before, after) = (words[..at], words[(at + wanted.Length)..].Split(' ')[0]);
        return (before.Length == 0 && Begins(after))
            || (_acts.Contains(Words.Snake(name)) && Array.Exists(Passive, p => before.EndsWith(p, StringComparison.Ordinal)));
    }
}
