using System.Text.Json.Nodes;

namespace AgentScaler.Gateway.Reports.Html;

/// <summary>Draws the number of calls per task, and the funnel.</summary>
internal static class TaskPictures
{
    public static string Html(JsonObject report)
    {
        var pictures = new List<string>();
        if (report["tasks"]?["calls_histogram"] is JsonObject { Count: > 0 } histogram)
        {
            var bars = histogram.Select(pair => (pair.Key, HtmlText.Real(pair.Value))).ToList();
            pictures.Add(
                $"<div><h2>Calls per task</h2><p class=\"note\">Tasks by number of golden calls.</p>{BarChart.Svg(bars, "golden calls", HtmlText.Number)}</div>");
        }

        if (report["funnel"] is JsonObject funnel)
        {
            (string, double)[] stages =
            [
                ("recorded", HtmlText.Real(funnel["in"])),
                ("valid", HtmlText.Real(funnel["validity"])),
                ("state aligned", HtmlText.Real(funnel["state_alignment"])),
                ("exact match", HtmlText.Real(funnel["exact_match"])),
                ("accepted", HtmlText.Real(funnel["accepted"])),
            ];
            pictures.Add($"<div><h2>Funnel</h2><p class=\"note\">Trajectories that pass each stage.</p>{FunnelChart.Svg(stages)}{Reasons(funnel)}</div>");
        }

        return pictures.Count == 0 ? "" : $"""<section><div class="pair">{string.Concat(pictures)}</div></section>""";
    }

    private static string Reasons(JsonObject funnel)
    {
        if (funnel["reasons"] is not JsonObject { Count: > 0 } reasons)
        {
            return "";
        }

        var rows = reasons.OrderByDescending(pair => HtmlText.Real(pair.Value))
            .Select(pair => $"""<tr><td>{HtmlText.Escape(pair.Key)}</td><td class="n">{HtmlText.Number(pair.Value)}</td></tr>""");
        return $"""<h3>Why the others were rejected</h3><table>{string.Concat(rows)}</table>""";
    }
}
