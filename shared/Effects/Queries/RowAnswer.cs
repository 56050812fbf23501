namespace AgentScaler.Effects;

/// <summary>Tells the first row that matches.</summary>
/// <param name="Shown">The columns that it tells; all where none is named.</param>
/// <param name="Hidden">Columns that are never told: secrets, and those that the adoption added.</param>
/// <param name="Bare">Whether the one column is told as a plain value.</param>
public sealed record RowAnswer(IReadOnlyList<ColumnModel> Shown, IReadOnlyList<ColumnModel> Hidden, bool Bare) : QueryAnswer
{
    /// <summary>Members of a declared result that tell a column under another name or in another place.</summary>
    public IReadOnlyList<AnswerMember> Members { get; init; } = [];

    /// <summary>Columns that a declared result does not name and that are told beside those that it names.</summary>
    public IReadOnlyList<ColumnModel> Unnamed { get; init; } = [];

    public override T Accept<T>(IQueryAnswerVisitor<T> visitor) => visitor.Visit(this);
}
