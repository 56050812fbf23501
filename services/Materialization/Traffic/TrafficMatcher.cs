using System.Globalization;
using AgentScaler.Environments.JsonSchemas;
using AgentScaler.Tools;

namespace AgentScaler.Materialization.Traffic;

/// <summary>
/// Finds the tool that each recorded exchange calls: by method and path, the most particular template first; among several
/// services, the one whose provider is the host's. Where that leaves more than one service, the exchange is nobody's.
/// </summary>
public sealed class TrafficMatcher
{
    private readonly Dictionary<string, List<Candidate>> _candidates = new(StringComparer.Ordinal);

    /// <summary>Takes a tool into account; tools without HTTP are passed over.</summary>
    public void Add(ToolSpecification tool)
    {
        ArgumentNullException.ThrowIfNull(tool);
        if (tool.Http is not { Path.Length: > 0 } http || new PathTemplate(http.Path) is not { Length: > 0 } template)
        {
            return;
        }

        var key = Key(http.Method.ToUpperInvariant(), LastFixed(http.Path));
        if (!_candidates.TryGetValue(key, out var list))
        {
            _candidates[key] = list = [];
        }

        list.Add(new Candidate(tool, template));
    }

    /// <summary>The exchange as the call of a tool, or null if no tool, or more than one service's, is meant.</summary>
    public RecordedCall? Match(RecordedExchange exchange)
    {
        ArgumentNullException.ThrowIfNull(exchange);
        var found = new List<(Candidate Candidate, IReadOnlyDictionary<string, string> Variables, int Kinship)>();
        foreach (var key in exchange.Path.Append("").Select(s => Key(exchange.Method, s.ToLowerInvariant())).Distinct(StringComparer.Ordinal))
        {
            foreach (var candidate in _candidates.GetValueOrDefault(key) ?? [])
            {
                if (candidate.Template.Match(exchange.Path) is { } variables)
                {
                    found.Add((candidate, variables, Kinship(candidate.Tool.Provider, exchange.Host)));
                }
            }
        }

        if (found.Count == 0)
        {
            return null;
        }

        var nearest = found.Max(f => f.Kinship);
        var kin = found.Where(f => f.Kinship == nearest).ToList();
        if (kin.Select(f => f.Candidate.Tool.Provider).Distinct(StringComparer.Ordinal).Count() > 1)
        {
            return null;
        }

        var (chosen, values, _) = kin.OrderByDescending(f => f.Candidate.Template.Fixed).ThenByDescending(f => f.Candidate.Template.Length)
            .ThenBy(f => f.Candidate.Tool.Id, StringComparer.Ordinal).First();
        var arguments = ArgumentReader.Read(chosen.Parameters, exchange, values);
        return new RecordedCall(chosen.Tool.Id, arguments, exchange.Status, exchange.Response, exchange.Place);
    }

    /// <summary>2 where the provider is the host's, 1 where it names no host, 0 where it is another host.</summary>
    private static int Kinship(string provider, string host)
    {
        var name = provider.Split(':')[0].ToLowerInvariant();
        var service = provider.Contains(':', StringComparison.Ordinal) ? provider.Split(':')[1].ToLowerInvariant() : "";
        return host == name || host.EndsWith("." + name, StringComparison.Ordinal)
            ? service.Length == 0 || host.Contains(service, StringComparison.Ordinal) ? 2 : 1
            : name.Contains('.', StringComparison.Ordinal) ? 0 : 1;
    }

    /// <summary>The last segment without a variable: what any path that the template matches holds.</summary>
    private static string LastFixed(string path) =>
        Uri.UnescapeDataString(path.Split('?')[0].Split('/', StringSplitOptions.RemoveEmptyEntries)
            .LastOrDefault(s => !s.Contains('{', StringComparison.Ordinal)) ?? "").ToLowerInvariant();

    private static string Key(string method, string segment) => string.Create(CultureInfo.InvariantCulture, $"{method} {segment}");

    private sealed record Candidate(ToolSpecification Tool, PathTemplate Template)
    {
        private SchemaNode? _parameters;

        public SchemaNode Parameters => _parameters ??= SchemaDocument.Read(Tool.Parameters);
    }
}
