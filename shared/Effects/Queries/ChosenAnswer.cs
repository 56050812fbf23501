namespace AgentScaler.Effects;

/// <summary>Tells the column of the first row that matches which a parameter names.</summary>
public sealed record ChosenAnswer(ToolParameter Field, IReadOnlyList<ColumnModel> Columns) : QueryAnswer
{
    public override T Accept<T>(IQueryAnswerVisitor<T> visitor) => visitor.Visit(this);
}
