namespace AgentScaler.Effects;

/// <summary>What a query tells of the rows that match. The hierarchy is closed: a visitor names every kind.</summary>
public abstract record QueryAnswer
{
    /// <summary>The message that the documentation gives as the result, which is told beside the rows. Null where there is none.</summary>
    public string? Message { get; init; }

    public abstract T Accept<T>(IQueryAnswerVisitor<T> visitor);
}
