using AgentScaler.Environments.Schema;

namespace AgentScaler.Materialization.SchemaInference;

/// <summary>Decides which columns a text search looks in.</summary>
internal static class Searching
{
    public static IReadOnlyList<ColumnModel> In(TableModel table)
    {
        var texts = table.Columns.Where(c => c.Type == ColumnType.String && c.Enum is null && c.References is null && c != table.Key).ToList();
        var speaking = texts.Where(c => c.Semantic is "name" or "title" or "text" or "person_name" or "product" or "company" or "category" or "city" or "tag"
            or "email" or "username").Take(6).ToList();
        return speaking.Count > 0 ? speaking : [.. texts.Take(4)];
    }
}
