namespace AgentScaler.Language;

/// <summary>
/// The verbs and verb phrases of business, read from the lines of <see cref="ReadingVerbs"/>, <see cref="MakingVerbs"/>,
/// <see cref="ChangingVerbs"/> and <see cref="StepVerbs"/>. A line has phrases that agree in all that is said of them, a colon, their class, what they make or the
/// statuses that they lead to, and clauses: <c>lend: create loan; from available; takes units; undone by return</c>.
/// </summary>
public static class VerbLexicon
{
    private const int LongestPhrase = 3;

    private static readonly Dictionary<string, BusinessVerb> ByKey = Read();

    private static readonly HashSet<string> MarkWords = [.. ByKey.Values.SelectMany(v => v.Marks.Concat(v.Unmarks))];

    public static IReadOnlyCollection<BusinessVerb> All => ByKey.Values;

    /// <summary>Returns the verb with a key, rare ones too, or null.</summary>
    public static BusinessVerb? Find(string key) => ByKey.GetValueOrDefault(key);

    /// <summary>Returns the longest phrase of several words that begins at a place, or null: <c>put on hold</c>, <c>check in</c>.</summary>
    public static BusinessVerb? PhraseAt(IReadOnlyList<string> words, int at)
    {
        for (var length = Math.Min(LongestPhrase, words.Count - at); length > 1; length--)
        {
            if (ByKey.GetValueOrDefault(string.Concat(words.Skip(at).Take(length))) is { } verb && verb.Phrase == string.Join(' ', words.Skip(at).Take(length)))
            {
                return verb;
            }
        }

        return null;
    }

    /// <summary>Whether a word tells of a thing that a verb has left its mark on: starred, frozen.</summary>
    public static bool IsMark(string word) => MarkWords.Contains(word);

    private static Dictionary<string, BusinessVerb> Read()
    {
        var verbs = new Dictionary<string, BusinessVerb>(StringComparer.Ordinal);
        foreach (var line in new[] { ReadingVerbs.Text, MakingVerbs.Text, ChangingVerbs.Text, StepVerbs.Text }.SelectMany(t => t.Split('\n')))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            foreach (var phrase in line[..colon].Split(", "))
            {
                var verb = Understand(phrase, line[(colon + 2)..].Split("; "));
                verbs.Add(verb.Key, verb);
            }
        }

        return verbs;
    }

    private static BusinessVerb Understand(string phrase, string[] clauses)
    {
        var (kind, words) = (clauses[0].Split(' ')[0], clauses[0].Split(' ')[1..]);
        var verb = new BusinessVerb(phrase, ClassOf(kind));
        verb = verb.Class == VerbClass.Transition ? verb with { Statuses = words } : verb with { Makes = words.FirstOrDefault() };
        return clauses.Skip(1).Aggregate(verb, Add);
    }

    private static BusinessVerb Add(BusinessVerb verb, string clause)
    {
        var words = clause.Split(' ');
        return words[0] switch
        {
            "makes" => verb with { Makes = words[1] },
            "from" => verb with { From = words[1..] },
            "ends" => verb with { Ends = words[1..] },
            "leads" => verb with { LeadsBack = true },
            "marks" => verb with { Marks = words[1..] },
            "unmarks" => verb with { Unmarks = words[1..] },
            "takes" => verb with { Takes = Things(words) },
            "gives" => verb with { Gives = Things(words) },
            "undone" => verb with { UndoneBy = string.Join(' ', words[2..]) },
            "noun" => verb with { IsNoun = true },
            "rarely" => verb with { IsNoun = true, IsRare = true },
            _ => throw new FormatException($"\"{clause}\" of the verb \"{verb.Phrase}\" is no clause of the lexicon."),
        };
    }

    private static IReadOnlyList<MovedThing> Things(string[] words) => [.. words[1..].Select(w => Enum.Parse<MovedThing>(w, ignoreCase: true))];

    private static VerbClass ClassOf(string kind) => kind switch
    {
        "step" => VerbClass.Transition,
        "mark" => VerbClass.None,
        _ => Enum.Parse<VerbClass>(kind, ignoreCase: true),
    };
}
