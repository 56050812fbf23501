using AgentScaler.Environments.Schema;
using AgentScaler.Language;

namespace AgentScaler.Materialization.SchemaInference;

/// <summary>Finds the column of a table that holds the state of its rows.</summary>
internal static class StatusColumns
{
    public static ColumnPlan? Of(TablePlan table) =>
        table.Columns.FirstOrDefault(c => c.Type == ColumnType.String
            && c.Enum is { Count: > 1 }
            && c.Words[^1] is "status" or "state" or "phase" or "stage" or "lifecycle")
        ?? table.Columns.FirstOrDefault(c => c.Type == ColumnType.String
            && c.Enum is null
            && c.References is null
            && (c.Words[^1] is "status" || (c.Words[^1] is "state" && table.Column("city") is null && c.Words.Count <= 2)));

    /// <summary>The only column whose declared values hold the one that the verb leads to: <c>turn_on</c> sets <c>power: on|off</c>.</summary>
    public static ColumnPlan? Reached(TablePlan table, string verb)
    {
        var targets = Verbs.TargetsOf(verb).ToHashSet(StringComparer.Ordinal);
        var found = table.Columns.Where(c => c is { Type: ColumnType.String, Enum: { Count: > 1 } values }
            && values.Any(v => v.IsString && targets.Contains(Words.Snake(v.AsString)))).ToList();
        return found is [var only] ? only : null;
    }
}
