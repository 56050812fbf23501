using AgentScaler.Language;

namespace AgentScaler.Materialization.SchemaInference;

/// <summary>
/// Finds the column that a tool's act fills where the argument is called otherwise: <c>assign_ticket(ticket_id, agent_id)</c> fills
/// <c>assignee_id</c>, which is named after the act.
/// </summary>
internal static class ActedColumns
{
    private const int Stem = 5;

    /// <summary>The column, where the argument is the only id beside the key and only one column is named after the act; else null.</summary>
    public static ColumnPlan? Of(TablePlan table, ToolReading reading, ToolParameter parameter)
    {
        if (reading.Reads || table.HasRows || reading.Verb.Length < Stem || parameter is not { Node.Scalar: true, Words: [_, .., "id"] }
            || reading.Parameters.Count(p => p.Words[^1] == "id") > 2)
        {
            return null;
        }

        var stem = reading.Verb[..Stem];
        var named = table.Columns.Where(c => c != table.Key && c.Node is not null && c.Words[0].StartsWith(stem, StringComparison.Ordinal)
            && c.Words[^1] is "id" or "to" or "by" && Alike(c, parameter)).ToList();
        return named is [var only] ? only : null;
    }

    private static bool Alike(ColumnPlan column, ToolParameter parameter) =>
        column.Numeric ? parameter.Node.Kind is NodeKind.Integer or NodeKind.Number : column.Textual && parameter.Node.Kind == NodeKind.String;
}
