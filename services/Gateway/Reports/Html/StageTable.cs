using System.Text.Json.Nodes;

namespace AgentScaler.Gateway.Reports.Html;

/// <summary>One row a stage: its main figures and its seconds.</summary>
internal static class StageTable
{
    private static readonly (string Stage, string Section, string[] Figures)[] Rows =
    [
        ("collect", "collection", ["documents", "operations", "tools", "duplicates", "rejected"]),
        ("cluster", "graph", ["nodes", "edges", "domains", "largest_domain", "singletons"]),
        ("materialize", "materialization", ["materialized", "rejected", "executable_tools", "tables", "differential_calls", "differential_mismatches", "mutation_score"]),
        ("tasks", "tasks", ["tasks", "write", "read_only", "refusal", "replay_failures", "do_nothing_passes"]),
        ("rollout", "rollouts", ["attempts", "completed", "tool_calls", "tool_errors"]),
        ("filter", "funnel", ["in", "validity", "state_alignment", "exact_match", "accepted", "accepted_with_tool_errors"]),
    ];

    public static string Html(JsonObject report)
    {
        var rows = Rows.Where(row => report[row.Section] is JsonObject).Select(row =>
        {
            var figures = row.Figures.Where(name => report[row.Section]![name] is not null)
                .Select(name => $"{name.Replace('_', ' ')} <b>{HtmlText.Number(report[row.Section]![name])}</b>");
            return $"""<tr><td>{row.Stage}</td><td>{string.Join(" · ", figures)}</td><td class="n">{HtmlText.Number(report["seconds"]?[row.Stage])}</td></tr>""";
        });
        var others = new[] { "train", "evaluate" }.Where(stage => report["seconds"]?[stage] is not null)
            .Select(stage => $"""<tr><td>{stage}</td><td></td><td class="n">{HtmlText.Number(report["seconds"]![stage])}</td></tr>""");
        return $"""<section><h2>Stages</h2><table><tr><th>stage</th><th>result</th><th class="n">seconds</th></tr>{string.Concat(rows)}{string.Concat(others)}</table></section>""";
    }
}
