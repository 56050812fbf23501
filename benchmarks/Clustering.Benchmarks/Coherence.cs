using AgentScaler.Language;
using AgentScaler.Tools;

namespace AgentScaler.Clustering.Benchmarks;

/// <summary>
/// How much more alike two tools of one domain are than two others, by the words of their descriptions (cosine of
/// tf-idf): the graph is built without the tools' descriptions, so this measure did not build it.
/// </summary>
internal sealed class Coherence
{
    private const int Samples = 200_000;

    private readonly Dictionary<string, Dictionary<string, double>> _vectors = new(StringComparer.Ordinal);

    public Coherence(IReadOnlyList<(string Id, string Text)> descriptions)
    {
        var words = descriptions.Select(one => (one.Id, Words: Words.Singulars(one.Text, 60).Where(word => word.Length > 2).ToHashSet(StringComparer.Ordinal)))
            .ToArray();
        var frequencies = words.SelectMany(one => one.Words).CountBy(word => word).ToDictionary(StringComparer.Ordinal);
        foreach (var (id, own) in words)
        {
            var vector = own.ToDictionary(word => word, word => Math.Log((double)words.Length / frequencies[word]), StringComparer.Ordinal);
            var norm = Math.Sqrt(vector.Values.Sum(value => value * value));
            if (norm > 0)
            {
                _vectors[id] = vector.ToDictionary(one => one.Key, one => one.Value / norm, StringComparer.Ordinal);
            }
        }
    }

    /// <summary>Mean similarity of pairs: of one domain; of one provider but different domains; at random.</summary>
    public (double Inside, double SameProvider, double Random) Measure(IReadOnlyList<ToolDomain> domains, IReadOnlyDictionary<string, string> providers)
    {
        var random = new Random(1);
        var members = domains.Select(domain => domain.Tools.Where(_vectors.ContainsKey).ToArray()).Where(tools => tools.Length > 1).ToArray();
        var all = members.SelectMany((tools, domain) => tools.Select(tool => (Tool: tool, Domain: domain))).ToArray();
        var byProvider = all.GroupBy(one => providers[one.Tool], StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);
        double inside = 0, provider = 0, other = 0;
        var providerPairs = 0;
        for (var i = 0; i < Samples; i++)
        {
            var (tool, domain) = all[random.Next(all.Length)];
            inside += Similarity(tool, Other(members[domain], tool, random));
            other += Similarity(tool, all[random.Next(all.Length)].Tool);
            var neighbour = byProvider[providers[tool]][random.Next(byProvider[providers[tool]].Length)];
            if (neighbour.Domain != domain)
            {
                provider += Similarity(tool, neighbour.Tool);
                providerPairs++;
            }
        }

        return (inside / Samples, providerPairs == 0 ? 0 : provider / providerPairs, other / Samples);
    }

    private static string Other(string[] tools, string tool, Random random)
    {
        while (true)
        {
            var other = tools[random.Next(tools.Length)];
            if (other != tool)
            {
                return other;
            }
        }
    }

    private double Similarity(string first, string second)
    {
        var (a, b) = (_vectors[first], _vectors[second]);
        return a.Sum(one => one.Value * b.GetValueOrDefault(one.Key));
    }
}
