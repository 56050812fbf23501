using AgentScaler.Environments.Schema;

namespace AgentScaler.Tasks.Reading;

/// <summary>A table as a person speaks of it.</summary>
/// <param name="Noun">One row of it, in words: "purchase order".</param>
/// <param name="Descriptors">Columns by which a person would tell a row, the best first.</param>
/// <param name="Key">The column of a simple primary key, or null.</param>
/// <param name="Saying">How readily a person knows the key.</param>
internal sealed record TableModel(
    TableSchema Schema,
    string Noun,
    IReadOnlyList<ColumnSchema> Descriptors,
    string? Key,
    KeySaying Saying)
{
    public string Name => Schema.Name;
}
