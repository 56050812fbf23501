namespace AgentScaler.Effects;

/// <summary>How a call names the one row that it is about.</summary>
/// <param name="Role">The part that the row plays: <c>row</c>, or <c>source</c> and <c>target</c> where there are two.</param>
/// <param name="Key">The column and parameter that identify the row; null where it is the first that scope and filters leave.</param>
/// <param name="Scope">Path parents: the row belongs to them, or is not found.</param>
/// <param name="Filters">What else the row must match where no key is given.</param>
public sealed record RowAddress(string Role, TableModel Table, ColumnBinding? Key, IReadOnlyList<ColumnBinding> Scope, IReadOnlyList<ColumnBinding> Filters)
{
    public const string Main = "row";

    /// <summary>Whether the call is about every row that matches instead of one.</summary>
    public bool All { get; init; }

    /// <summary>Texts that the rows hold, where the call is about every row that matches.</summary>
    public IReadOnlyList<TextSearch> Searches { get; init; } = [];
}
