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
            return table.Columns.Where(c => Values(c) is { } own && own.Count > 0
                && values.All(v => own.Contains(v) || (v.IsString && v.AsString is "all" or "any"))).ToList() is [var only] ? only : null;
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

    /// <summary>
    /// The list in a row, and the member of its entries, that a filter asks about where no column of the row has its name: the <c>product_id</c> of an order's
    /// lines. Null where there is none, or more than one.
    /// </summary>
    public static (TColumn Column, string Member)? InEntries<TColumn>(ITableView<TColumn> table, ToolParameter parameter, Func<TColumn, SchemaNode?> node)
        where TColumn : class, IColumnView
    {
        if (parameter is not { Role: ParameterRole.Field, Node.Scalar: true, InPath: false } || parameter.Node.Kind is NodeKind.Boolean
            || ColumnMatcher.Match(table, parameter.Name, parameter.Node) is not null)
        {
            return null;
        }

        var found = table.Columns.Where(c => c.Type == ColumnType.Array && node(c) is { Kind: NodeKind.Array, Items.Kind: NodeKind.Object })
            .SelectMany(c => node(c)!.Items.Properties.Where(p => p.Node.Kind == parameter.Node.Kind && Words.Snake(p.Name) == Words.Snake(parameter.Words))
                .Select(p => (Column: c, Member: p.Name))).ToList();
        return found is [var only] ? only : null;
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
