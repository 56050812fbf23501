using AgentScaler.Pipeline.Options;

namespace AgentScaler.Tasks.Intents;

/// <summary>
/// The phrases of a grammar. Two books share no phrase, so that a policy trained on the intents of one can be evaluated on those of the other.
/// </summary>
internal sealed record PhraseBook
{
    /// <summary>Frames of a wish: <c>{0}</c> is the action ("cancel that order"), <c>{!}</c> the same with a capital, <c>{~}</c> a place for a tail.</summary>
    public required IReadOnlyList<string> Requests { get; init; }

    /// <summary>Frames of a wish in which its subject comes first: <c>{1}</c> is "for that order".</summary>
    public required IReadOnlyList<string> Leads { get; init; }

    /// <summary>Questions for a thing: <c>{0}</c> begins with "the".</summary>
    public required IReadOnlyList<string> Questions { get; init; }

    /// <summary>Questions that also take "how many ... there are".</summary>
    public required IReadOnlyList<string> OpenQuestions { get; init; }

    /// <summary>Links before a wish or question that follows another.</summary>
    public required IReadOnlyList<string> Links { get; init; }

    /// <summary>Frames for the way round after a failure: <c>{0}</c> is the other way.</summary>
    public required IReadOnlyList<string> Otherwise { get; init; }

    /// <summary>Words before another wish that is wanted if the first is impossible.</summary>
    public required IReadOnlyList<string> Fallbacks { get; init; }

    /// <summary>Frames of a fact that no wish states: <c>{0}</c> is its name, <c>{1}</c> its value.</summary>
    public required IReadOnlyList<string> Facts { get; init; }

    /// <summary>Words that may follow a wish in the same sentence.</summary>
    public required IReadOnlyList<string> Tails { get; init; }

    public required IReadOnlyList<string> Greetings { get; init; }

    /// <summary>Reasons for the call that fit any errand.</summary>
    public required IReadOnlyList<string> Occasions { get; init; }

    public required IReadOnlyList<string> Closings { get; init; }

    /// <summary>Frames of a first mention of a wish, without its details: <c>{0}</c> is verb and thing.</summary>
    public required IReadOnlyList<string> Briefs { get; init; }

    public required IReadOnlyList<string> Situations { get; init; }

    /// <summary>Ways of speaking, each with the amount of talk beside the wishes themselves.</summary>
    public required IReadOnlyList<(string Manner, Talk Talk)> Manners { get; init; }

    /// <summary>Every phrase of the book.</summary>
    public IEnumerable<string> All =>
    [
        .. Requests, .. Leads, .. Questions, .. OpenQuestions, .. Links, .. Otherwise, .. Fallbacks, .. Facts, .. Tails, .. Greetings, .. Occasions,
            .. Closings, .. Briefs, .. Situations,
        .. Manners.Select(m => m.Manner),
    ];

    public static PhraseBook Of(Grammar grammar) => grammar == Grammar.HeldOut ? HeldOutPhrases.Book : SharedPhrases.Book;
}
