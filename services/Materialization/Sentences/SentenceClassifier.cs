namespace AgentScaler.Materialization.Sentences;

/// <summary>Tells whether a sentence that no form reads states a behaviour, by the words that such sentences have.</summary>
internal static class SentenceClassifier
{
    /// <summary>Words by which documents refuse, limit, order or say what follows. Each stands with its blanks.</summary>
    private static readonly string[] Signals =
    [
        " cannot ", " must not ", " may not ", " not allowed ", " not permitted ", " not possible ", " will fail ", " fails ", " fail if ", " is refused ", " rejected ",
        " returns an error ", " return an error ", " error if ", " error when ", " error is returned ", " throws ", " only if ", " only when ", " only be ", " can only ", " may only ",
        " unless ", " at most ", " no more than ", " maximum of ", " is limited to ", " exceeds ", " already exists ", " no longer ", " automatically ",
        " will be deleted ", " are deleted ", " is deleted ", " will be removed ", " are removed ", " is removed ", " will be created ", " is created ", " is set to ",
        " are set to ", " will be set ", " becomes ", " is marked ", " are marked ", " is sent ", " are sent ", " will be sent ", " is replaced ", " overwritten ",
        " overwrites ", " is updated ", " are updated ", " is added to ", " are added to ", " newest first ", " sorted by ", " ordered by ", " idempotent ",
        " by default ", " defaults to ", " is ignored ", " are ignored ", " must be unique ", " must exist ", " must belong ", " must be in ", " before it can ",
        " cannot be undone ", " also deletes ", " also removes ", " is charged ", " is deducted ", " is credited ", " does not affect ", " has no effect ", " expires ",
        " is cancelled ", " are cancelled ", " is returned to ", " is notified ", " are notified ", " is recalculated ", " is required when ", " is required if ",
        " must be specified ", " must be provided ", " must be at least ", " must be greater ", " must be less ", " must be before ", " must be after ",
    ];

    /// <summary>Words of sentences about the document, the transport and the caller's own work.</summary>
    private static readonly string[] Elsewhere =
    [
        " see ", " for more information ", " documentation ", " http ", " header ", " oauth ", " api key ", " sdk ", " rate limit ", " url ", " uri ", " json ", " webhook url ",
        " learn more ", " for example ", " e g ", " browser ", " authentication ", " access token ", " deprecated ", " polling ", " etag ", " encoded ", " content type ",
        " requests per ", " quota ", " output only ", " read only ", " reserved for future ",
    ];

    public static bool StatesBehaviour(Sentence sentence)
    {
        var words = $" {sentence.Words}";
        return words.Length > 20 && Signals.Any(s => words.Contains(s, StringComparison.Ordinal))
            && !Elsewhere.Any(e => words.Contains(e, StringComparison.Ordinal));
    }
}
