using AgentScaler.Collection.Importing;

namespace AgentScaler.Collection.Gate;

/// <summary>
/// Finds boilerplate parameters by counting over a provider's tools. A parameter that nearly always has the same definition and occurs on most of the
/// provider's resources distinguishes no resource from another. Credentials, format switches and paging are found this way, under any name. The
/// position of path variables and body members makes them information, so they are never boilerplate.
/// </summary>
internal sealed class BoilerplateDetector
{
    private const int MinimumTools = 12;
    private const int MinimumResources = 4;
    private const double MinimumSpread = 0.5;
    private const double MinimumConstancy = 0.8;
    private const double EverywhereShare = 0.8;

    private readonly Dictionary<string, Dictionary<string, Verdict>> _verdicts = new(StringComparer.Ordinal);

    public BoilerplateDetector(IEnumerable<SpooledDraft> drafts)
    {
        foreach (var provider in drafts.GroupBy(draft => draft.Provider, StringComparer.Ordinal))
        {
            var tools = provider.ToList();
            var resources = tools.Select(tool => tool.Resource).Distinct(StringComparer.Ordinal).Count();
            if (tools.Count >= MinimumTools && resources >= MinimumResources)
            {
                _verdicts[provider.Key] = Judge(tools, resources);
            }
        }
    }

    /// <summary>Returns the names of a tool's boilerplate parameters: those to leave out, and those that stay with a mark.</summary>
    public (List<string> LeftOut, List<string> Marked) Of(SpooledDraft draft)
    {
        var leftOut = new List<string>();
        var marked = new List<string>();
        if (_verdicts.TryGetValue(draft.Provider, out var verdicts))
        {
            foreach (var parameter in draft.Parameters)
            {
                if (IsCandidate(parameter) && verdicts.TryGetValue(parameter.Name, out var verdict))
                {
                    (verdict == Verdict.Everywhere ? leftOut : marked).Add(parameter.Name);
                }
            }
        }

        return (leftOut, marked);
    }

    private static bool IsCandidate(ParameterFact parameter) => parameter.Location is "query" or "header";

    private static Dictionary<string, Verdict> Judge(List<SpooledDraft> tools, int resources)
    {
        var counts = new Dictionary<string, Count>(StringComparer.Ordinal);
        foreach (var tool in tools)
        {
            foreach (var parameter in tool.Parameters)
            {
                if (!IsCandidate(parameter))
                {
                    continue;
                }

                if (!counts.TryGetValue(parameter.Name, out var count))
                {
                    counts[parameter.Name] = count = new Count();
                }

                count.Tools++;
                count.Resources.Add(tool.Resource);
                count.Definitions[parameter.Definition] = count.Definitions.GetValueOrDefault(parameter.Definition) + 1;
            }
        }

        var verdicts = new Dictionary<string, Verdict>(StringComparer.Ordinal);
        foreach (var (name, count) in counts)
        {
            var spread = (double)count.Resources.Count / resources;
            var constancy = (double)count.Definitions.Values.Max() / count.Tools;
            if (spread >= MinimumSpread && constancy >= MinimumConstancy)
            {
                verdicts[name] = count.Tools >= EverywhereShare * tools.Count ? Verdict.Everywhere : Verdict.Widespread;
            }
        }

        return verdicts;
    }

    private enum Verdict
    {
        Widespread,
        Everywhere,
    }

    private sealed class Count
    {
        public int Tools { get; set; }

        public HashSet<string> Resources { get; } = new(StringComparer.Ordinal);

        public Dictionary<ulong, int> Definitions { get; } = [];
    }
}
