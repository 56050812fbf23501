using System.Text.Json.Nodes;

namespace AgentScaler.Gateway.Reports.Html;

/// <summary>Shows problems by kind. Opening a kind shows its names.</summary>
internal static class ProblemTable
{
    private const int MostShown = 200;

    public static string Html(JsonObject report)
    {
        if (report["problems"] is not JsonArray { Count: > 0 } problems)
        {
            return "";
        }

        var kinds = problems.Select(problem =>
        {
            var items = problem!["items"]!.AsArray();
            var of = problem["of"] is { } all ? $" of {HtmlText.Number(all)}" : "";
            var rows = string.Concat(items.Take(MostShown)
                .Select(item => $"<tr><td>{HtmlText.Escape((string?)item!["name"])}</td><td>{HtmlText.Escape((string?)item["reason"])}</td></tr>"));
            return $"""<details><summary>{HtmlText.Escape((string?)problem["stage"])}: {HtmlText.Escape((string?)problem["kind"])}: <b>{HtmlText.Number(problem["count"])}</b>{of}</summary><table>{rows}</table></details>""";
        });
        return $"""<section><h2>What did not come through</h2><p class="note">At most {MostShown} of a kind are listed; report.json may name more.</p>{string.Concat(kinds)}</section>""";
    }
}
