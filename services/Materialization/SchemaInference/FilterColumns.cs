using AgentScaler.Environments.JsonSchemas;
using AgentScaler.Environments.Schema;
using AgentScaler.Language;

namespace AgentScaler.Materialization.SchemaInference;

/// <summary>
/// Finds the column that a filter of another name asks about: the one that holds the same named values, one value or a list of them; the only one that has
/// all its words; the one that its description speaks of.
/// </summary>
internal static class FilterColumns
{
    public static ColumnPlan? Of(TablePlan table, ToolParameter parameter)
    {
        if (parameter.Role != ParameterRole.Field || !parameter.Node.Scalar || parameter.InPath || Excludes(parameter))
        {
            return null;
        }

        if (parameter.Node.Enum is { Count: > 1 } values)
        {
            return table.Columns.Where(c => Values(c) is { } own && own.Count > 0 && values.All(own.Contains)).ToList() is [var only] ? only : null;
        }

        if (parameter.Node.Kind is not (NodeKind.String or NodeKind.Integer) || parameter.Node.Format is not null)
        {
            return null;
        }

        var asked = parameter.Words.Where(w => w is not "id").Select(Words.Singular).ToList();
        var found = asked.Count == 0 ? [] : table.Columns.Where(c => (c.Scalar || Lists(c)) && Fits(c, parameter.Node) && c.Enum is null
            && asked.TrueForAll(c.Words.Select(Words.Singular).Contains)).ToList();
        return found is [var one] ? one
            : found.Count > 1 && ColumnMatcher.Told(table, parameter.Node.Description, c => found.Contains(c)) is { } told ? told : null;
    }

    /// <summary>Whether a filter leaves out what it names.</summary>
    public static bool Excludes(ToolParameter parameter) => parameter.Words[0] is "without" or "exclude" or "excluding" or "except" or "not"
        || parameter.Node.Description?.StartsWith("Leave out", StringComparison.OrdinalIgnoreCase) == true
        || parameter.Node.Description?.StartsWith("Exclude", StringComparison.OrdinalIgnoreCase) == true;

    private static IReadOnlyList<Environments.Values.Value>? Values(ColumnPlan column) =>
        column.Scalar ? column.Enum : Lists(column) ? column.Node!.Items.Enum : null;

    private static bool Lists(ColumnPlan column) => column is { Type: ColumnType.Array, Node: { Kind: NodeKind.Array, Items.Scalar: true } };

    private static bool Fits(ColumnPlan column, SchemaNode node) => Lists(column) ? column.Node!.Items.Kind == node.Kind
        : node.Kind == NodeKind.Integer ? column.Numeric : column.Textual;
}
