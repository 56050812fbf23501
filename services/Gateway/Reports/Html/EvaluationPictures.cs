using System.Globalization;
using System.Text.Json.Nodes;

namespace AgentScaler.Gateway.Reports.Html;

/// <summary>Draws pass^k, and accuracy by number of golden calls, of every policy.</summary>
internal static class EvaluationPictures
{
    public static string Html(JsonObject report)
    {
        if (report["evaluation"]?["policies"] is not JsonArray { Count: > 0 } policies)
        {
            return "";
        }

        if (NothingPassed.Is(policies))
        {
            return $"""<section><h2>Evaluation</h2><p class="note">{HtmlText.Escape(NothingPassed.Sentence(policies))}</p></section>""";
        }

        var suites = policies.GroupBy(policy => policy!["suite"]?.ToString() ?? "");
        var sections = suites.Select(suite => $"""
            <h3>{HtmlText.Escape(suite.Key.Replace('_', ' '))}</h3><div class="pair">
            <div>{LineChart.Svg([.. suite.Select(policy => (policy!["name"]!.ToString(), Points(policy["pass_hat_k"])))], "k of pass^k", 1)}</div>
            <div>{LineChart.Svg([.. suite.Select(policy => (policy!["name"]!.ToString(), Points(policy["accuracy_by_calls"])))], "golden calls", 1)}</div></div>
            """);
        var rows = policies.Select(policy =>
            $"""<tr><td>{HtmlText.Escape(policy!["suite"]?.ToString())}</td><td>{HtmlText.Escape(policy["name"]?.ToString())}</td><td class="n">{HtmlText.Number(policy["tasks"])}</td><td class="n">{HtmlText.Number(policy["attempts"])}</td><td class="n">{HtmlText.Number(policy["pass_hat_k"]?["1"])}</td></tr>""");
        return $"""
            <section><h2>Evaluation</h2><p class="note">Held-out tasks; on the left pass^k, on the right the share of passed attempts by number of golden calls.</p>{string.Concat(sections)}
            <table><tr><th>suite</th><th>policy</th><th class="n">tasks</th><th class="n">attempts</th><th class="n">pass^1</th></tr>{string.Concat(rows)}</table></section>
            """;
    }

    private static List<(double, double)> Points(JsonNode? values) => values is JsonObject map
        ? [.. map.Select(pair => (double.Parse(pair.Key, CultureInfo.InvariantCulture), HtmlText.Real(pair.Value))).OrderBy(point => point.Item1)]
        : [];
}
