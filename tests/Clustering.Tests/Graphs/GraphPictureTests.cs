using System.Xml.Linq;
using AgentScaler.Clustering.Graphs;
using AgentScaler.Tools;

namespace AgentScaler.Clustering.Tests.Graphs;

public class GraphPictureTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(10)]
    [InlineData(1500)]
    public void Every_domain_is_a_circle_inside_the_picture_with_its_name(int count)
    {
        var picture = XDocument.Parse(Draw(count)).Root!;
        var circles = picture.Descendants(Svg + "circle").ToArray();
        Assert.Equal(count, circles.Length);
        Assert.All(circles, circle =>
        {
            var (x, y, r) = (Number(circle, "cx"), Number(circle, "cy"), Number(circle, "r"));
            Assert.InRange(x, r - 0.1, 1000.1 - r);
            Assert.InRange(y, r - 0.1, 1000.1 - r);
        });
        Assert.Equal(count, picture.Descendants(Svg + "title").Count());
    }

    [Fact]
    public void Circles_do_not_overlap()
    {
        var circles = XDocument.Parse(Draw(1000)).Root!.Descendants(Svg + "circle")
            .Select(one => (X: Number(one, "cx"), Y: Number(one, "cy"), R: Number(one, "r"))).ToArray();
        for (var i = 0; i < circles.Length; i++)
        {
            for (var j = i + 1; j < circles.Length; j++)
            {
                var (a, b) = (circles[i], circles[j]);
                Assert.True(Math.Sqrt((a.X - b.X) * (a.X - b.X) + (a.Y - b.Y) * (a.Y - b.Y)) >= a.R + b.R - 0.3);
            }
        }
    }

    [Fact]
    public void Ten_domains_show_all_their_names() =>
        Assert.Equal(10, XDocument.Parse(Draw(10)).Root!.Descendants(Svg + "text").Count());

    [Fact]
    public void The_same_graph_gives_the_same_picture() => Assert.Equal(Draw(50), Draw(50));

    [Fact]
    public void Names_are_text_and_never_markup()
    {
        var domain = new ToolDomain("domain_1", "x", "<script>alert(1)</script>", ["tool_1"], []);
        Assert.DoesNotContain("<script", GraphPicture.Draw(Graph(["tool_1"], []), [domain]));
    }

    private static string Draw(int count)
    {
        var domains = Enumerable.Range(0, count)
            .Select(i =>
                new ToolDomain($"domain_{i:0000}", $"d{i}", $"Domain {i}", [.. Enumerable.Range(0, 1 + i % 60).Select(t => $"tool_{i:0000}_{t:00}")], []))
            .ToArray();
        var nodes = domains.SelectMany(domain => domain.Tools).ToArray();
        var random = new Random(1);
        var edges = Enumerable.Range(0, nodes.Length > 1 ? 3 * count : 0)
            .Select(_ => (random.Next(nodes.Length), random.Next(nodes.Length)))
            .Where(edge => edge.Item1 < edge.Item2).Distinct()
            .Select(edge => new GraphEdge(edge.Item1, edge.Item2, 0.6f, false));
        return GraphPicture.Draw(Graph(nodes, [.. edges]), domains);
    }

    private static ToolGraph Graph(string[] nodes, GraphEdge[] edges) =>
        new(nodes, edges, new GraphFigures(nodes.Length, edges.Length, 0.5, 1, "leiden", 0, 0, 0, 0, 0));

    private static double Number(XElement element, string attribute) =>
        double.Parse(element.Attribute(attribute)!.Value, System.Globalization.CultureInfo.InvariantCulture);
}
