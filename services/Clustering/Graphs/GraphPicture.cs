using System.Globalization;
using System.Net;
using System.Text;
using AgentScaler.Tools;

namespace AgentScaler.Clustering.Graphs;

/// <summary>
/// The domain graph as one self-contained SVG: a circle a domain, its area the number of tools; a line where tools of
/// two domains are alike. Domains stand on a spiral of equal area, ordered so that alike ones are near each other; names
/// are written where they can be read, the others show as tooltips.
/// </summary>
public static class GraphPicture
{
    private const double Size = 1000;
    private const int LinesShown = 2000;

    public static string Draw(ToolGraph graph, IReadOnlyList<ToolDomain> domains)
    {
        var links = DomainLinks.Of(graph, domains);
        var order = DomainLayout.Order(domains, links);
        var places = DomainLayout.Place(order, Size);
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Size} {Size}" role="img" aria-label="{domains.Count} domains of {graph.Nodes.Count} tools" font-family="system-ui, sans-serif">""");
        DrawLinks(svg, links, places);
        DrawDomains(svg, domains, places);
        return svg.Append("</svg>").ToString();
    }

    private static void DrawLinks(StringBuilder svg, IReadOnlyList<DomainLink> links, DomainPlace[] places)
    {
        svg.Append("<g stroke=\"currentColor\" stroke-opacity=\"0.18\">");
        foreach (var link in links.OrderByDescending(link => link.Weight).ThenBy(link => link.First).ThenBy(link => link.Second).Take(LinesShown))
        {
            var (a, b) = (places[link.First], places[link.Second]);
            svg.Append(CultureInfo.InvariantCulture, $"""<line x1="{a.X:0.#}" y1="{a.Y:0.#}" x2="{b.X:0.#}" y2="{b.Y:0.#}" stroke-width="{Math.Min(4, 0.4 + Math.Log2(1 + link.Weight) / 3):0.##}"/>""");
        }

        svg.Append("</g>");
    }

    private static void DrawDomains(StringBuilder svg, IReadOnlyList<ToolDomain> domains, DomainPlace[] places)
    {
        for (var i = 0; i < domains.Count; i++)
        {
            var (domain, place) = (domains[i], places[i]);
            var name = WebUtility.HtmlEncode(domain.Name);
            svg.Append(CultureInfo.InvariantCulture, $"""<g><title>{name}: {domain.Tools.Count} tools, {domain.Dependencies.Count} dependencies</title><circle cx="{place.X:0.#}" cy="{place.Y:0.#}" r="{place.Radius:0.##}" fill="hsl({Hue(domain.Id)} 55% 60%)" fill-opacity="0.85"/>""");
            // About half of the type size is a letter's width; a name is written when it fits about twice the circle.
            var type = Math.Min(15, 2 * place.Room / Math.Max(6, Math.Min(24, domain.Name.Length)) / 0.55);
            if (type >= 4)
            {
                var text = domain.Name.Length <= 24 ? name : WebUtility.HtmlEncode(domain.Name[..23].TrimEnd()) + "…";
                svg.Append(CultureInfo.InvariantCulture, $"""<text x="{place.X:0.#}" y="{place.Y + place.Radius + type:0.#}" font-size="{type:0.#}" text-anchor="middle" fill="currentColor">{text}</text>""");
            }

            svg.Append("</g>");
        }
    }

    /// <summary>A colour that stays with the domain.</summary>
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
