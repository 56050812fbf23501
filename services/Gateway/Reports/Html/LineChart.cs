using System.Text;

namespace AgentScaler.Gateway.Reports.Html;

/// <summary>Draws named lines over a common axis.</summary>
internal static class LineChart
{
    private const double Width = 460;
    private const double Height = 240;
    private const double Left = 46;
    private const double Right = 450;
    private const double Top = 34;
    private const double Bottom = 200;

    private static readonly string[] Colours = ["var(--accent)", "var(--good)", "var(--warn)", "var(--violet)", "var(--bad)"];

    public static string Svg(IReadOnlyList<(string Name, IReadOnlyList<(double X, double Y)> Points)> lines, string axis, double? most = null)
    {
        var all = lines.SelectMany(line => line.Points).ToList();
        var (minX, maxX) = (all.Min(p => p.X), all.Max(p => p.X));
        var maxY = Math.Max(most ?? 0, all.Max(p => p.Y));
        double X(double x) => maxX == minX ? (Left + Right) / 2 : Left + (x - minX) / (maxX - minX) * (Right - Left);
        double Y(double y) => maxY == 0 ? Bottom : Bottom - y / maxY * (Bottom - Top);
        var svg = new StringBuilder($"""<svg viewBox="0 0 {Width} {Height}" role="img" aria-label="{HtmlText.Escape(axis)}">""");
        for (var i = 0; i <= 4; i++)
        {
            var y = HtmlText.At(Y(maxY * i / 4));
            svg.Append(
                $"""<line class="grid" x1="{Left}" x2="{Right}" y1="{y}" y2="{y}"/><text class="soft" x="{Left - 6}" y="{y}" dy="4" text-anchor="end">{HtmlText.Number(Math.Round(maxY * i / 4, 2))}</text>""");
        }

        foreach (var x in all.Select(p => p.X).Distinct().Count() <= 8 ? all.Select(p => p.X).Distinct() : [minX, maxX])
        {
            svg.Append($"""<text class="soft" x="{HtmlText.At(X(x))}" y="{Bottom + 16}" text-anchor="middle">{HtmlText.Number(x)}</text>""");
        }

        for (var i = 0; i < lines.Count; i++)
        {
            var colour = Colours[i % Colours.Length];
            var points = string.Join(' ', lines[i].Points.Select(p => $"{HtmlText.At(X(p.X))},{HtmlText.At(Y(p.Y))}"));
            svg.Append($"""<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="2" stroke-linejoin="round"/>""");
            foreach (var (x, y) in lines[i].Points.Count <= 12 ? lines[i].Points : [])
            {
                svg.Append($"""<circle cx="{HtmlText.At(X(x))}" cy="{HtmlText.At(Y(y))}" r="3.5" fill="{colour}"/>""");
            }

            var column = Left + i % 3 * 140;
            var row = 11 + i / 3 * 14;
            svg.Append(
                $"""<circle cx="{column}" cy="{row - 4}" r="4" fill="{colour}"/><text x="{column + 9}" y="{row}">{HtmlText.Escape(lines[i].Name)}</text>""");
        }

        svg.Append($"""<text class="soft" x="{(Left + Right) / 2}" y="{Height - 4}" text-anchor="middle">{HtmlText.Escape(axis)}</text></svg>""");
        return svg.ToString();
    }
}
