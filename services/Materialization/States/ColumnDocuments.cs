using AgentScaler.Environments.JsonSchemas;
using AgentScaler.Environments.Values;
using AgentScaler.Materialization.Fidelity;

namespace AgentScaler.Materialization.States;

/// <summary>The texts that a domain's documents state for its columns: in the schemas of results and parameters, and in documented answers.</summary>
internal sealed class ColumnDocuments(DomainModel plan)
{
    private const int MostAnswers = 5;
    private readonly Dictionary<ColumnModel, StatedTexts> _stated = [];
    private readonly Dictionary<TableModel, List<ObjectValue>> _answers = [];

    public StatedTexts Of(TableModel table, ColumnModel column)
    {
        if (!_stated.TryGetValue(column, out var stated))
        {
            var given = plan.Tools.SelectMany(t => t.Scope.Concat(t.Filters).Concat(t.Assignments)).Where(b => b.Column == column)
                .Select(b => b.Parameter.Node);
            IEnumerable<SchemaNode> nodes = [.. column.Node is { } own ? [own] : Array.Empty<SchemaNode>(), .. column.Schemas, .. given];
            _stated[column] = stated = StatedTexts.Of(
                column.Name,
                nodes.Where(n => n.Kind == Language.NodeKind.String).Distinct(),
                Answers(table).Select(r => RecordedRows.Member(column, r)).Where(v => v.IsString).Select(v => v.AsString));
        }

        return stated;
    }

    /// <summary>The rows of a table that documented answers show.</summary>
    private List<ObjectValue> Answers(TableModel table)
    {
        if (!_answers.TryGetValue(table, out var rows))
        {
            rows = [.. plan.Tools.Where(t => t.Table == table)
                .SelectMany(t => (t.Tool.Examples ?? []).Take(MostAnswers))
                .Select(e => e.Response is { } response ? SchemaDocument.ToValue(response) : null)
                .OfType<Value>()
                .SelectMany(v => RecordedRows.Found(table, v))
                .Select(f => f.Row)];
            _answers[table] = rows;
        }

        return rows;
    }
}
