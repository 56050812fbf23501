namespace AgentScaler.Materialization.Sentences.Grammar;

/// <summary>Choices of words that many forms share.</summary>
internal static class Phrases
{
    public const string Cannot =
        "(cannot|may not|must not|should not|shall not|can no longer|may no longer|can never|must never|may never|is not allowed to|are not allowed to|"
        + "is not permitted to|are not permitted to|is forbidden to|are forbidden to|is not possible to|are not able to|is not able to|is unable to|will not)";

    public const string May = "(can|may|could|must|should|is allowed to|are allowed to|is able to|are able to|is permitted to|are permitted to)";

    public const string Must = "(must|has to|have to|needs to|need to|should|shall|is required to|are required to|ought to)";

    /// <summary>What happens to a call that is refused.</summary>
    public const string Fails =
        "(fails|fail|failed|failure|refused|rejected|error|errors|throws|denied|prevented|blocked|prohibited|forbidden|disallowed|refuses|rejects|conflict|"
        + "exception|returned|raised|raises|aborts|not possible|not allowed|not permitted|impossible|unsuccessful|400|403|404|409|412|422|423)";

    public const string If = "(if|when|whenever|in case|where|because|in the case that|in case that|whilst|while|once|since)";

    public const string Am = "(is|are|was|were|be|has been|have been|had been|being|becomes|is in|are in)";
}
