using AgentScaler.Effects;
using AgentScaler.Environments.JsonSchemas;
using AgentScaler.Environments.Schema;
using AgentScaler.Environments.States;
using AgentScaler.Environments.Values;
using AgentScaler.Language;

namespace AgentScaler.Materialization.Survey;

/// <summary>The text cells of an initial state: texts in columns and inside of nested values, keys and references left out.</summary>
internal static class TextCells
{
    public static IEnumerable<TextCell> Of(string domain, DomainModel plan, DatabaseState state)
    {
        foreach (var table in plan.Tables)
        {
            foreach (var row in state.Rows(table.Name))
            {
                foreach (var column in table.Columns.Where(c => c != table.Key && c.References is null))
                {
                    foreach (var cell in Inside(domain, table.Name, column.Name, column.Node, row[column.Name], column.Type == ColumnType.String))
                    {
                        yield return cell;
                    }
                }
            }
        }
    }

    private static IEnumerable<TextCell> Inside(string domain, string table, string name, SchemaNode? node, Value value, bool textual)
    {
        if (value.IsString || (value.IsNull && textual))
        {
            // Days and instants are no free text.
            if (node?.Format is not ("date" or "date-time"))
            {
                yield return new TextCell(domain, table, name, node?.Description, value.IsNull
                    ? null
                    : value.AsString)
                {
                    Source = node?.Enum is null
                    ? "row"
                    : "choice"
                };
            }
        }
        else if (value.IsArray)
        {
            foreach (var cell in value.AsArray.ToArray()
                .SelectMany(i => Inside(domain, table, name, node is { Kind: NodeKind.Array } ? node.Items : null, i, textual: false)))
            {
                yield return cell;
            }
        }
        else if (value.IsObject)
        {
            var members = value.AsObject;
            foreach (var cell in members.SelectMany(m => Inside(domain, table, m.Key, node?.Property(m.Key)?.Node, m.Value, false)))
            {
                yield return cell;
            }
        }
    }
}
