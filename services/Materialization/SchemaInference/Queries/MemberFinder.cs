using AgentScaler.Environments.JsonSchemas;
using AgentScaler.Environments.Schema;
using AgentScaler.Language;

namespace AgentScaler.Materialization.SchemaInference.Queries;

/// <summary>Finds the columns that the members of a declared result tell, where they have other names or stand deeper.</summary>
/// <param name="shown">The columns that the tool's name asks for.</param>
internal sealed class MemberFinder(QueryScope scope, IReadOnlyList<ColumnModel> shown)
{
    private const int MaxDepth = 4;

    private static readonly string[] Session = ["login", "logged", "authenticated", "authentication", "signed"];

    private readonly ColumnFinder _columns = new(scope);

    public IEnumerable<AnswerMember> Of(SchemaNode payload) => Of(payload, "", 0);

    /// <summary>The column that says whether somebody is signed in: a mark, or the user who is.</summary>
    public static ColumnModel? SignedIn(IEnumerable<ColumnModel> columns) =>
        columns.FirstOrDefault(c => c.Type == ColumnType.Boolean && NounWords.Of(c.Name).Any(Session.Contains))
        ?? columns.FirstOrDefault(c => NounWords.Of(c.Name) is ["current", "user", ..]);

    private IEnumerable<AnswerMember> Of(SchemaNode node, string place, int depth)
    {
        foreach (var property in node.Properties)
        {
            var at = place + property.Name;
            if (PathOf(property, node) is { } path)
            {
                yield return new AnswerMember(at, path, property.Node.Kind == NodeKind.Boolean && path.Column.Type != ColumnType.Boolean);
            }
            else if (property.Node is { Kind: NodeKind.Object, Properties.Count: > 0 } && depth < MaxDepth)
            {
                foreach (var inner in Of(property.Node, at + ".", depth + 1))
                {
                    yield return inner;
                }
            }
        }
    }

    private ColumnPath? PathOf(SchemaProperty property, SchemaNode node)
    {
        var words = NounWords.Of(property.Name);
        if (property.Node.Kind == NodeKind.Boolean && scope.Single && (words.Any(Session.Contains) || shown.Any(IsSession)) && _columns.Same(words) is null)
        {
            return SignedIn(scope.Table.Columns) is { } column ? ColumnPath.Own(column) : null;
        }

        if (words.Count == 0)
        {
            return null;
        }

        var found = _columns.Find(words);
        var only = node.Properties.Count(p => p.Node.Scalar) == 1 && shown.Count == 1 ? ColumnPath.Own(shown[0]) : null;
        // What a name leads to is not the name.
        found = only is not null && found is { IsOwn: true } && found.Column == scope.MapKey ? null : found;
        return found is not null && Fits(found, property.Node) ? found : only is not null && Fits(only, property.Node) ? only : null;
    }

    private bool IsSession(ColumnModel column) => column == SignedIn(scope.Table.Columns);

    private static bool Fits(ColumnPath path, SchemaNode node) => path.Members.Count > 0 || (node.Kind switch
    {
        NodeKind.String => path.Column.Textual || path.Column.Type == ColumnType.Any,
        NodeKind.Integer or NodeKind.Number => path.Column.Numeric,
        NodeKind.Boolean => path.Column.Type == ColumnType.Boolean,
        NodeKind.Array => path.Column.Type == ColumnType.Array,
        NodeKind.Object => path.Column.Type == ColumnType.Object,
        _ => true,
    });
}
