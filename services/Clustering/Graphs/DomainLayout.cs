using AgentScaler.Tools;

namespace AgentScaler.Clustering.Graphs;

/// <summary>Lays out domains without iteration: similar domains follow each other on a sunflower spiral.</summary>
internal static class DomainLayout
{
    /// <summary>The angle between two steps of a sunflower spiral, which never aligns.</summary>
    private static readonly double GoldenAngle = Math.PI * (3 - Math.Sqrt(5));

    /// <summary>Orders the domains depth first along the strongest links, starting with the largest domain.</summary>
    public static IReadOnlyList<(int Domain, int Tools)> Order(IReadOnlyList<ToolDomain> domains, IReadOnlyList<DomainLink> links)
    {
        var neighbours = Enumerable.Range(0, domains.Count).Select(_ => new List<(int Domain, double Weight)>()).ToArray();
        foreach (var link in links)
        {
            neighbours[link.First].Add((link.Second, link.Weight));
            neighbours[link.Second].Add((link.First, link.Weight));
        }

        var order = new List<(int, int)>(domains.Count);
        var seen = new bool[domains.Count];
        var stack = new Stack<int>();
        foreach (var start in Enumerable.Range(0, domains.Count).OrderByDescending(i => domains[i].Tools.Count)
            .ThenBy(i => domains[i].Id, StringComparer.Ordinal))
        {
            stack.Push(start);
            while (stack.TryPop(out var domain))
            {
                if (seen[domain])
                {
                    continue;
                }

                seen[domain] = true;
                order.Add((domain, domains[domain].Tools.Count));
                foreach (var (next, _) in neighbours[domain].Where(one => !seen[one.Domain]).OrderBy(one => one.Weight)
                    .ThenByDescending(one => domains[one.Domain].Id, StringComparer.Ordinal))
                {
                    stack.Push(next);
                }
            }
        }

        return order;
    }

    /// <summary>Places the domains. Each gets an equal share of the disc, and its circle fills at most the middle of the share.</summary>
    public static DomainPlace[] Place(IReadOnlyList<(int Domain, int Tools)> order, double size)
    {
        var places = new DomainPlace[order.Count];
        var scale = size * 0.46 / Math.Sqrt(Math.Max(1, order.Count));
        var most = order.Count == 0 ? 1 : Math.Max(1, order.Max(one => one.Tools));
        for (var i = 0; i < order.Count; i++)
        {
            var distance = order.Count == 1 ? 0 : scale * Math.Sqrt(i + 0.5);
            var radius = scale * 0.62 * Math.Sqrt((double)order[i].Tools / most);
            places[order[i].Domain] = new DomainPlace(
                size / 2 + distance * Math.Cos(i * GoldenAngle),
                size / 2 + distance * Math.Sin(i * GoldenAngle),
                Math.Max(1, radius));
        }

        return places;
    }
}
