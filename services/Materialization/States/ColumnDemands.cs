using AgentScaler.Environments.JsonSchemas;
using AgentScaler.Environments.Schema;
using AgentScaler.Environments.Values;
using AgentScaler.Language;

namespace AgentScaler.Materialization.States;

/// <summary>
/// What callers may ask a column for: the schemas of the parameters that find rows by it. A tool whose parameter takes no
/// value that stands in a row could never be called with success.
/// </summary>
internal sealed class ColumnDemands(DomainModel plan)
{
    private readonly Dictionary<ColumnModel, IReadOnlyList<SchemaNode>> _asked = [];
    private readonly Dictionary<ColumnModel, Value?> _assumed = [];

    /// <summary>The schemas that a column is asked by, without those that take anything; a key is asked by the columns that refer to it too.</summary>
    public IReadOnlyList<SchemaNode> Of(TableModel table, ColumnModel column)
    {
        if (_asked.TryGetValue(column, out var known))
        {
            return known;
        }

        var key = new ColumnReference(table.Name, table.Key.Name);
        List<SchemaNode> asked = [.. plan.Tools.SelectMany(Asking)
            .Where(b => b.Column == column || (column == table.Key && b.Column.References == key))
            .Select(b => b.Parameter.Node.Kind == NodeKind.Array ? b.Parameter.Node.Items : b.Parameter.Node)
            .Where(n => n.Enum is not null
                || (n.Kind == NodeKind.String ? TextCheck.Demands(n) : n.Kind is NodeKind.Integer or NodeKind.Number && column.Textual))
            .DistinctBy(n =>
                (n.Kind, n.Pattern, n.Format, n.MinLength, n.MaxLength, Values: n.Enum is null ? null : string.Join('\n', n.Enum.Select(v => v.ToJson()))))];
        return _asked[column] = asked;
    }

    /// <summary>What a read asks a column for where the caller says nothing: the declared default of its parameter. Null if there is none.</summary>
    public Value? Assumed(ColumnModel column)
    {
        if (!_assumed.TryGetValue(column, out var assumed))
        {
            var given = plan.Tools.Where(i => !i.Writes).SelectMany(Asking).Where(b => b.Column == column).Select(b => b.Parameter.Node.Default)
                .FirstOrDefault(d => d is { IsNull: false });
            _assumed[column] = assumed = given is { } value
                && (column.Enum is null || column.Enum.Contains(value))
                && (column.Node is not { Kind: NodeKind.String } node || !value.IsString || TextCheck.Meets(node, value.AsString)) ? value : default(Value?);
        }

        return assumed;
    }

    /// <summary>Whether a caller whose parameter has this schema can name the value.</summary>
    public static bool Takes(SchemaNode asked, Value value) =>
        asked.Enum is { } allowed ? allowed.Contains(value)
        : asked.Kind != NodeKind.String ? !value.IsString || Reads(asked, value.AsString)
        : !value.IsString || TextCheck.Meets(asked, value.AsString);

    private static bool Reads(SchemaNode asked, string text) =>
        double.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var number)
            && double.IsFinite(number)
            && (asked.Kind != NodeKind.Integer || Math.Floor(number) == number);

    private static IEnumerable<ColumnBinding> Asking(ToolModel tool) =>
        tool.Scope.Concat(tool.Filters.Where(f => f.Parameter.Role is not (ParameterRole.From or ParameterRole.To or ParameterRole.Search)))
            .Concat(tool.Key is { } key && tool.Effect is not CreateEffect ? [key] : Array.Empty<ColumnBinding>());
}
