using System.Text.Json;
using AgentScaler.Materialization.SchemaInference;

namespace AgentScaler.Materialization;

/// <summary>Turns the inference's own view into the description for people.</summary>
internal static class Descriptions
{
    public static DomainDescription Of(DomainPlan plan) => new(
        [.. plan.Tables.OrderBy(t => t.Name, StringComparer.Ordinal).Select(Table)],
        [.. plan.Intents.OrderBy(i => i.Name, StringComparer.Ordinal).Select(Tool)]);

    private static TableDescription Table(TablePlan table) => new(
        table.Name,
        table.Key.Name,
        table.Columns.ToDictionary(c => c.Name, c => $"{c.Type}{(c.Semantic is null ? "" : $" ({c.Semantic})")}: {c.ToSchema().Origin}", StringComparer.Ordinal),
        $$$$$"""--overrides: {"keys":{"{{{{{table.Name}}}}}":"COLUMN"}}; columns by {"domains":{"SLUG":{"schema":{"tables":[{"name":"{{{{{table.Name}}}}}","columns":[...]}]}}}}""");

    private static ToolDescription Tool(ToolIntent intent) => new(
        intent.Name,
        JsonNamingPolicy.SnakeCaseLower.ConvertName(intent.Kind.ToString()),
        intent.Table?.Name,
        [.. intent.Evidence],
        $$$$"""--overrides: {"tools":{"{{{{intent.Name}}}}":{"effect":"KIND","resource":"NAME","from":["STATUS"],"to":"STATUS","guards":[STATEMENT],"program":PROGRAM}}}""");
}
