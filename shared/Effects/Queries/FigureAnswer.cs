namespace AgentScaler.Effects;

/// <summary>Tells a figure over the rows that match: how many they are, or the sum, mean, least or greatest of a column.</summary>
/// <param name="Column">The column that is added up or compared; null where rows are counted.</param>
/// <param name="Day">The date column by whose days the figure is told; null where it is told once.</param>
/// <param name="Counted">What a row must meet to count, beside being there: a day without such a row counts as zero.</param>
public sealed record FigureAnswer(Environments.Programs.AggregateKind Kind, ColumnModel? Column, ColumnModel? Day, IReadOnlyList<RowCondition> Counted)
    : QueryAnswer
{
    public override T Accept<T>(IQueryAnswerVisitor<T> visitor) => visitor.Visit(this);
}
