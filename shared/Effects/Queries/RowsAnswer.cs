namespace AgentScaler.Effects;

/// <summary>Tells every row that matches.</summary>
/// <param name="Shown">The columns that it tells; all where none is named.</param>
/// <param name="Hidden">Columns that are never told: secrets, and those that the adoption added.</param>
/// <param name="Bare">Whether the one column is told as a list of plain values.</param>
public sealed record RowsAnswer(IReadOnlyList<ColumnModel> Shown, IReadOnlyList<ColumnModel> Hidden, bool Bare) : QueryAnswer
{
    /// <summary>Members of a declared result that tell a column under another name or in another place.</summary>
    public IReadOnlyList<AnswerMember> Members { get; init; } = [];

    /// <summary>Columns that a declared result does not name and that are told beside those that it names.</summary>
    public IReadOnlyList<ColumnModel> Unnamed { get; init; } = [];

    /// <summary>The column by whose values the rows are told as a map. Null where they are told as a list.</summary>
    public ColumnModel? Named { get; init; }

    /// <summary>The most rows that are told, where the documentation says so.</summary>
    public int? Most { get; init; }

    /// <summary>The parameter that says how many rows are told.</summary>
    public ToolParameter? Limit { get; init; }

    public override T Accept<T>(IQueryAnswerVisitor<T> visitor) => visitor.Visit(this);
}
