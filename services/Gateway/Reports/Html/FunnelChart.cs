using System.Text;

namespace AgentScaler.Gateway.Reports.Html;

/// <summary>Draws how many trajectories remain after each stage of the funnel, as centred bars.</summary>
internal static class FunnelChart
{
    private const double Width = 460;
    private const double Row = 44;

    public static string Svg(IReadOnlyList<(string Name, double Count)> stages)
    {
        var most = Math.Max(1, stages.Max(stage => stage.Count));
        var svg = new StringBuilder($"""<svg viewBox="0 0 {Width} {stages.Count * Row}" role="img" aria-label="funnel">""");
        for (var i = 0; i < stages.Count; i++)
        {
            var width = Math.Max(2, stages[i].Count / most * 260);
            var top = i * Row + 6;
            var colour = i == stages.Count - 1 ? "var(--good)" : "var(--accent)";
            svg.Append(
                $"""<rect x="{HtmlText.At(270 - width / 2)}" y="{top}" width="{HtmlText.At(width)}" height="32" rx="5" fill="{colour}" opacity="{HtmlText.At(1 - 0.12 * (stages.Count - 1 - i) / stages.Count)}"/>""");
            svg.Append($"""<text x="0" y="{top + 20}">{HtmlText.Escape(stages[i].Name)}</text>""");
            svg.Append($"""<text x="{Width}" y="{top + 20}" text-anchor="end">{HtmlText.Number(stages[i].Count)}</text>""");
        }

        return svg.Append("</svg>").ToString();
    }
}
