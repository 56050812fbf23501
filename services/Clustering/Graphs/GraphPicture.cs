using System.Globalization;
using System.Net;
using System.Text;
using AgentScaler.Tools;

namespace AgentScaler.Clustering.Graphs;

/// <summary>
/// Draws the domain graph as a self-contained SVG: one circle a domain, its area the number of tools, and a line between domains with similar tools.
/// The domains lie on a spiral, each on an equal area, ordered so that similar ones are near each other. Names are written where there is room, the
/// largest domains first; every domain has its name as a tooltip.
/// </summary>
public static class GraphPicture
{
    private const double Size = 1000;
    private const int LinesShown = 800;
    private const int NamesShown = 120;
    private const int NameLength = 28;

    public static string Draw(ToolGraph graph, IReadOnlyList<ToolDomain> domains)
    {
        var links = DomainLinks.Of(graph, domains);
        var order = DomainLayout.Order(domains, links);
        var places = DomainLayout.Place(order, Size);
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture,
            $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Size} {Size}" role="img" aria-label="{domains.Count} domains of {graph.Nodes.Count} tools" font-family="system-ui, sans-serif">""");
        DrawLinks(svg, links, places);
        DrawDomains(svg, domains, places);
        DrawNames(svg, domains, places);
        return svg.Append("</svg>").ToString();
    }

    private static void DrawLinks(StringBuilder svg, IReadOnlyList<DomainLink> links, DomainPlace[] places)
    {
        svg.Append("<g stroke=\"currentColor\" stroke-opacity=\"0.18\">");
        foreach (var link in links.OrderByDescending(link => link.Weight).ThenBy(link => link.First).ThenBy(link => link.Second).Take(LinesShown))
        {
            var (a, b) = (places[link.First], places[link.Second]);
            svg.Append(CultureInfo.InvariantCulture,
                $"""<line x1="{a.X:0.#}" y1="{a.Y:0.#}" x2="{b.X:0.#}" y2="{b.Y:0.#}" stroke-width="{Math.Min(4, 0.4 + Math.Log2(1 + link.Weight) / 3):0.##}"/>""");
        }

        svg.Append("</g>");
    }

    private static void DrawDomains(StringBuilder svg, IReadOnlyList<ToolDomain> domains, DomainPlace[] places)
    {
        for (var i = 0; i < domains.Count; i++)
        {
            var (domain, place) = (domains[i], places[i]);
            var name = WebUtility.HtmlEncode(domain.Name);
            svg.Append(CultureInfo.InvariantCulture,
                $"""<circle cx="{place.X:0.#}" cy="{place.Y:0.#}" r="{place.Radius:0.##}" fill="hsl({Hue(domain.Id)},55%,60%)"><title>{name}: {domain.Tools.Count} tools, {domain.Dependencies.Count} dependencies</title></circle>""");
        }
    }

    /// <summary>Writes the names of as many domains as have room, the largest first.</summary>
    private static void DrawNames(StringBuilder svg, IReadOnlyList<ToolDomain> domains, DomainPlace[] places)
    {
        var type = Math.Clamp(4 * Size / (domains.Count + 100) + 6, 8, 22);
        var taken = new List<(double Left, double Top, double Right, double Bottom)>();
        svg.Append(CultureInfo.InvariantCulture, $"""<g font-size="{type:0.#}" text-anchor="middle" fill="currentColor">""");
        foreach (var i in Enumerable.Range(0, domains.Count).OrderByDescending(i => domains[i].Tools.Count).ThenBy(i => domains[i].Id, StringComparer.Ordinal))
        {
            var text = domains[i].Name.Length <= NameLength ? domains[i].Name : domains[i].Name[..(NameLength - 1)].TrimEnd() + "…";
            // A letter is about half as wide as its type is high.
            var half = text.Length * type * 0.28;
            var x = Math.Clamp(places[i].X, half, Math.Max(half, Size - half));
            var y = places[i].Y + type / 3;
            var box = (Left: x - half, Top: y - type, Right: x + half, Bottom: y + type / 3);
            if (taken.TrueForAll(other => box.Left > other.Right || box.Right < other.Left || box.Top > other.Bottom || box.Bottom < other.Top))
            {
                taken.Add(box);
                svg.Append(CultureInfo.InvariantCulture, $"""<text x="{x:0.#}" y="{y:0.#}">{WebUtility.HtmlEncode(text)}</text>""");
            }

            if (taken.Count == NamesShown)
            {
                break;
            }
        }

        svg.Append("</g>");
    }

    /// <summary>The hue of a domain; it depends on its id only.</summary>
    private static int Hue(string id)
    {
        var sum = 0;
        foreach (var c in id)
        {
            sum = (sum * 31 + c) % 360;
        }

        return sum;
    }
}
