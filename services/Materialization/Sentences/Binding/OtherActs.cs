using AgentScaler.Environments.Values;
using AgentScaler.Language;
using AgentScaler.Materialization.SchemaInference;

namespace AgentScaler.Materialization.Sentences.Binding;

/// <summary>Tells sentences about something else that can be done to a thing from those about the tool: "a cancelled one cannot be revived".</summary>
internal static class OtherActs
{
    private static readonly HashSet<string> Modal =
        new(StringComparer.Ordinal) { "can", "cannot", "may", "must", "could", "should", "not", "only", "to", "longer" };

    private static readonly string[] Between = [" , and ", " , but ", " but "];

    /// <summary>What is done to a thing with every call.</summary>
    private static readonly HashSet<string> Common = new(StringComparer.Ordinal) { "allowed", "permitted", "performed", "done", "called", "used" };

    /// <summary>The participles of what the tool itself does, by its name and by the verb that its documentation begins with.</summary>
    public static HashSet<string> Own(ToolReading reading)
    {
        var first = reading.Sentences.FirstOrDefault(s => s is { Parameter: null, Status: null })?.Words.Split(' ')[0] ?? "";
        HashSet<string> acts = [Participle(reading.Verb), Participle(first), Participle(Words.Singular(first)), .. Verbs.TargetsOf(reading.Verb)];
        acts.UnionWith(reading.VerbClass switch
        {
            VerbClass.Delete => ["deleted", "removed"],
            VerbClass.Update or VerbClass.Upsert => ["updated", "changed", "edited", "modified", "amended"],
            _ => [],
        });
        return acts;
    }

    /// <summary>Whether a sentence is about an act that is none of the tool's own.</summary>
    /// <param name="states">Values of a status, which are no acts either; null where none are known.</param>
    public static bool AreIn(Sentence sentence, HashSet<string> own, IReadOnlyList<Value>? states) => AreIn(sentence.Words, own, states);

    /// <summary>A sentence without its clauses about other acts; null where nothing is left.</summary>
    public static Sentence? Without(Sentence sentence, HashSet<string> own, IReadOnlyList<Value>? states)
    {
        if (!AreIn(sentence, own, states))
        {
            return sentence;
        }

        var left = sentence.Words.Split(Between, StringSplitOptions.RemoveEmptyEntries).Where(c => !AreIn(c, own, states)).ToList();
        return left.Count == 0 ? null : new Sentence(string.Join(" , and ", left));
    }

    private static bool AreIn(string said, HashSet<string> own, IReadOnlyList<Value>? states)
    {
        var words = said.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return Enumerable.Range(1, Math.Max(0, words.Length - 2)).Any(i => words[i] == "be" && Modal.Contains(words[i - 1]) && IsParticiple(words[i + 1])
            && !own.Contains(words[i + 1]) && !Common.Contains(words[i + 1])
            && (states ?? []).All(v => !v.IsString || Words.Split(v.AsString)[0] != words[i + 1]));
    }

    private static bool IsParticiple(string word) => StateWords.IsParticiple(word) || word is "sold" or "made" or "moved" or "undone" or "updated";

    private static string Participle(string verb) => verb.EndsWith('e') ? verb + "d"
        : verb.EndsWith('y') && verb.Length > 2 && !"aeiou".Contains(verb[^2], StringComparison.Ordinal) ? verb[..^1] + "ied"
        : verb + "ed";
}
