namespace AgentScaler.Language.Values;

/// <summary>The place for which a text is made.</summary>
/// <param name="Name">The name of the column, member or parameter.</param>
/// <param name="Owner">The singular of its table or object, or null.</param>
/// <param name="Description">Its description in the documents, or null.</param>
public sealed record TextSubject(string Name, string? Owner = null, string? Description = null)
{
    private static readonly HashSet<string> Vague = new(StringComparer.Ordinal)
    {
        "", "item", "items", "body", "data", "result", "results", "response", "record", "value", "object", "x", "entry", "row", "payload",
    };
    private IReadOnlyList<string>? _words;
    private IReadOnlyList<string>? _ownerWords;

    /// <summary>The words of the name, the last one in the singular.</summary>
    public IReadOnlyList<string> Words => _words ??= Singular(Language.Words.Split(Name));

    /// <summary>The words of the owner, the last one in the singular. Empty if the owner says nothing.</summary>
    public IReadOnlyList<string> OwnerWords => _ownerWords ??= Owner is null
        || Vague.Contains(Owner) ? [] : Singular([.. Language.Words.Split(Owner).Where(w => !char.IsAsciiDigit(w[0]))]);

    /// <summary>The name of the thing to which the value belongs, in plain words: "alert rule".</summary>
    public string Thing => OwnerWords.Count == 0 ? "item" : string.Join(' ', OwnerWords.TakeLast(3));

    private static IReadOnlyList<string> Singular(IReadOnlyList<string> words) =>
        words.Count == 0 ? words : [.. words.SkipLast(1), Language.Words.Singular(words[^1])];
}
