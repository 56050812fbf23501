using System.Text;

namespace AgentScaler.Gateway.Reports.Html;

/// <summary>Vertical bars with their values above them.</summary>
internal static class BarChart
{
    private const double Width = 460;
    private const double Height = 220;
    private const double Bottom = 190;
    private const double Top = 24;

    public static string Svg(IReadOnlyList<(string Label, double Value)> bars, string axis, Func<double, string> text, double? most = null)
    {
        var highest = Math.Max(most ?? 0, bars.Max(bar => bar.Value));
        var step = (Width - 20) / bars.Count;
        var svg = new StringBuilder($"""<svg viewBox="0 0 {Width} {Height}" role="img" aria-label="{HtmlText.Escape(axis)}">""");
        svg.Append($"""<line class="grid" x1="10" x2="{Width - 10}" y1="{Bottom}" y2="{Bottom}"/>""");
        for (var i = 0; i < bars.Count; i++)
        {
            var height = highest == 0 ? 0 : bars[i].Value / highest * (Bottom - Top);
            var left = 10 + i * step;
            var middle = HtmlText.At(left + step / 2);
            svg.Append(
                $"""<rect x="{HtmlText.At(left + step * 0.14)}" y="{HtmlText.At(Bottom - height)}" width="{HtmlText.At(step * 0.72)}" height="{HtmlText.At(height)}" rx="3" fill="var(--accent)"/>""");
            svg.Append($"""<text x="{middle}" y="{HtmlText.At(Bottom - height - 5)}" text-anchor="middle">{HtmlText.Escape(text(bars[i].Value))}</text>""");
            svg.Append($"""<text class="soft" x="{middle}" y="{Bottom + 15}" text-anchor="middle">{HtmlText.Escape(bars[i].Label)}</text>""");
        }

        svg.Append($"""<text class="soft" x="{Width / 2}" y="{Height - 2}" text-anchor="middle">{HtmlText.Escape(axis)}</text></svg>""");
        return svg.ToString();
    }
}
