namespace AgentScaler.Language.Values.Vocabulary.Kinds;

/// <summary>Finds the kind of a column's texts by the last words of its name.</summary>
internal static class KindLexicon
{
    private const int MostWords = 3;

    private static readonly Dictionary<string, TextKind> ByName = new TextKind[][]
    {
        [.. CloudKinds.All], [.. SoftwareKinds.All], [.. WebKinds.All], [.. FinanceKinds.All], [.. CommerceKinds.All], [.. PlaceKinds.All],
            [.. PeopleKinds.All], [.. HealthKinds.All],
        [.. ScienceKinds.All], [.. LifeKinds.All], [.. TextKinds.All], [.. ClassKinds.All],
    }.SelectMany(f => f).SelectMany(k => k.Names.Split(' ').Select(n => KeyValuePair.Create(n, k))).ToDictionary(StringComparer.Ordinal);

    /// <summary>The kind that two or three last words tell; null where they tell none.</summary>
    public static TextKind? OfWords(TextSubject subject)
    {
        var words = subject.Words;
        for (var count = Math.Min(MostWords, words.Count); count > 1; count--)
        {
            if (Named(words, count) is { } kind)
            {
                return kind;
            }
        }

        return null;
    }

    /// <summary>The kind that a single word tells together with the table: "type" of a message; null where they tell none.</summary>
    public static TextKind? OfOwner(TextSubject subject) =>
        subject.Words.Count == 1 && subject.OwnerWords is [.., var owner] ? ByName.GetValueOrDefault($"{owner}_{subject.Words[0]}") : null;

    /// <summary>The kind that the last word tells alone, or null.</summary>
    public static TextKind? OfWord(IReadOnlyList<string> words) => words.Count == 0 ? null : Named(words, 1);

    public static TextKind? Named(string name) => ByName.GetValueOrDefault(name);

    private static TextKind? Named(IReadOnlyList<string> words, int count)
    {
        var name = string.Join('_', words.TakeLast(count));
        // "address2" is the second address, "ipv6" no sixth ip.
        return ByName.GetValueOrDefault(name) ?? (char.IsAsciiDigit(name[^1])
            ? ByName.GetValueOrDefault(name.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9').TrimEnd('_')) : null);
    }
}
