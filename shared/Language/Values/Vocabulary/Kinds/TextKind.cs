namespace AgentScaler.Language.Values.Vocabulary.Kinds;

/// <summary>A kind of text.</summary>
/// <param name="Names">The last words of the columns that hold it, parted by blanks; words of one name are joined by underscores.</param>
/// <param name="Forms">Its values, or the forms that they are written in (<see cref="TextForm"/>).</param>
public sealed record TextKind(string Names, params string[] Forms)
{
    private const int Many = 9;

    /// <summary>Whether the kind has so many values that two rows seldom share one.</summary>
    public bool Open { get; } = Forms.Length > Many || Forms.Any(f => f.Contains('{', StringComparison.Ordinal));

    public string Write(TextSubject subject, DeterministicRandom random) => TextForm.Write(random.Pick(Forms), subject, random);
}
