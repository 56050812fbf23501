using AgentScaler.Environments.Schema;
using AgentScaler.Language;

namespace AgentScaler.Materialization.SchemaInference;

/// <summary>Decides which columns a text search looks in: those that its description names, else those that speak of what a row is.</summary>
internal static class Searching
{
    /// <summary>Words that name every column, or none.</summary>
    private static readonly HashSet<string> Idle = new(StringComparer.Ordinal) { "text", "search", "query", "id", "contains", "case", "only", "whose" };

    public static TextSearch Of(ToolParameter parameter, TableModel table)
    {
        var said = Words.Split(parameter.Node.Description ?? "").Select(Words.Singular).Select(Stems.Of).ToHashSet(StringComparer.Ordinal);
        var named = table.Columns.Where(c => c.Type == ColumnType.String && c.Enum is null && !Idle.Contains(c.Name) && IsNamed(c.Words, said)).ToList();
        List<ColumnPath> inside = [.. table.Columns.Where(c => c is { Type: ColumnType.Object, Node: not null } && IsNamed(c.Words, said))
            .SelectMany(c => c.Node!.Properties.Where(p => p.Node.Kind == NodeKind.String && IsNamed(Words.OfMember(p.Name), said))
                .Select(p => new ColumnPath([], c) { Members = [p.Name] }))];
        return named.Count + inside.Count > 0 ? new TextSearch(parameter, named) { Inside = inside } : new TextSearch(parameter, In(table));
    }

    public static IReadOnlyList<ColumnModel> In(TableModel table)
    {
        var texts = table.Columns.Where(c => c.Type == ColumnType.String && c.Enum is null && c.References is null && c != table.Key).ToList();
        var speaking = texts.Where(c => c.Semantic is "name" or "title" or "text" or "person_name" or "product" or "company" or "category" or "city" or "tag"
            or "email" or "username").Take(6).ToList();
        return speaking.Count > 0 ? speaking : [.. texts.Take(4)];
    }

    private static bool IsNamed(IReadOnlyList<string> words, HashSet<string> said) => words.All(w => said.Contains(Stems.Of(Words.Singular(w))));
}
