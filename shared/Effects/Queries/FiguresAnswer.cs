namespace AgentScaler.Effects;

/// <summary>Tells how many rows of several tables meet what is asked: how much somebody wrote, and how many they follow.</summary>
public sealed record FiguresAnswer(IReadOnlyList<CountedMember> Members) : QueryAnswer
{
    public override T Accept<T>(IQueryAnswerVisitor<T> visitor) => visitor.Visit(this);
}
