namespace AgentScaler.Effects;

/// <summary>What a query tells of the rows that match. The hierarchy is closed: a visitor names every kind.</summary>
public abstract record QueryAnswer
{
    public abstract T Accept<T>(IQueryAnswerVisitor<T> visitor);
}
