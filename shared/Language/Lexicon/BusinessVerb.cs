namespace AgentScaler.Language;

/// <summary>What a verb, or a verb of several words, says of the tools that are called by it.</summary>
/// <param name="Phrase">The words with blanks between them: <c>check in</c>.</param>
/// <param name="Class">The usual kind of effect.</param>
public sealed record BusinessVerb(string Phrase, VerbClass Class)
{
    /// <summary>The phrase as one word, by which tools are known: <c>checkin</c>.</summary>
    public string Key => Phrase.Replace(" ", "", StringComparison.Ordinal);

    /// <summary>The words for the status after the verb was performed, the best one first.</summary>
    public IReadOnlyList<string> Statuses { get; init; } = [];

    /// <summary>The thing that the act makes: booking a flight makes a booking. Null if the verb's object itself is made.</summary>
    public string? Makes { get; init; }

    /// <summary>The words for the status that a thing must have before. Empty if every status that is no end will do.</summary>
    public IReadOnlyList<string> From { get; init; } = [];

    /// <summary>The words for the state that a step back ends. Empty if it may end several states.</summary>
    public IReadOnlyList<string> Ends { get; init; } = [];

    /// <summary>Whether the verb leads back from a final state.</summary>
    public bool LeadsBack { get; init; }

    /// <summary>The words for the marks that it leaves on a thing.</summary>
    public IReadOnlyList<string> Marks { get; init; } = [];

    /// <summary>The words for the marks that it takes away.</summary>
    public IReadOnlyList<string> Unmarks { get; init; } = [];

    /// <summary>What the act takes, and needs to be there.</summary>
    public IReadOnlyList<MovedThing> Takes { get; init; } = [];

    /// <summary>What the act gives.</summary>
    public IReadOnlyList<MovedThing> Gives { get; init; } = [];

    /// <summary>The phrase of the verb that undoes it, or null.</summary>
    public string? UndoneBy { get; init; }

    /// <summary>Whether the word names a thing as well.</summary>
    public bool IsNoun { get; init; }

    /// <summary>Whether the word is a verb only where nothing speaks against it: most names that hold it mean the thing.</summary>
    public bool IsRare { get; init; }
}
