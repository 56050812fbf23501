namespace AgentScaler.Language;

/// <summary>Knows the verbs of tool names: their class, the status that a transition leads to, and the thing that an act creates.</summary>
public static class Verbs
{
    /// <summary>The class of a word that stands in a name; none for a word that mostly names a thing.</summary>
    public static VerbClass ClassOf(string word) => VerbLexicon.Find(word) is { IsRare: false } verb ? verb.Class : VerbClass.None;

    /// <summary>The words for the status after the verb was performed, the best one first.</summary>
    public static IReadOnlyList<string> TargetsOf(string verb) => VerbLexicon.Find(verb)?.Statuses ?? [];

    /// <summary>The thing an act makes: booking a flight makes a booking. Null where the verb's object itself is made.</summary>
    public static string? CreatedThing(string verb) => VerbLexicon.Find(verb)?.Makes;

    /// <summary>
    /// Returns the words for the state that the verb ends: a resumption ends a pause and not a cancellation. Empty if it may end several states.
    /// </summary>
    public static IReadOnlyList<string> EndedBy(string verb) => VerbLexicon.Find(verb)?.Ends ?? [];

    /// <summary>Whether the verb leads back from a final state.</summary>
    public static bool Restores(string verb) => VerbLexicon.Find(verb)?.LeadsBack ?? false;
}
