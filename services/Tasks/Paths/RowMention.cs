namespace AgentScaler.Tasks.Paths;

/// <summary>The user's first mention of a row.</summary>
/// <param name="Conditions">The statements about the row itself.</param>
/// <param name="Of">Rows it belongs to, with the word for the relation.</param>
/// <param name="Most">The label by which it has the greatest or least value, or null.</param>
/// <param name="Greatest">Whether it has the greatest.</param>
/// <param name="Created">Whether an earlier call of the path made it.</param>
internal sealed record RowMention(
    RowKey Row,
    string Noun,
    IReadOnlyList<Condition> Conditions,
    IReadOnlyList<(RowKey Row, string Relation)> Of,
    string? Most = null,
    bool Greatest = false,
    bool Created = false)
{
    /// <summary>The row that refers to this one, if the mention uses it: "the customer of that order".</summary>
    public (RowKey Row, string Relation)? Through { get; init; }
}
