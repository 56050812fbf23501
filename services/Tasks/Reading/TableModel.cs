using AgentScaler.Environments.Schema;

namespace AgentScaler.Tasks.Reading;

/// <summary>A table in a person's words.</summary>
/// <param name="Noun">The noun for one row: "purchase order".</param>
/// <param name="Descriptors">Columns by which a person would identify a row, the best first.</param>
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
