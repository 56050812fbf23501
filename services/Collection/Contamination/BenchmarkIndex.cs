using System.Globalization;
using AgentScaler.Collection.Gate;
using AgentScaler.Language;
using AgentScaler.Tools;

namespace AgentScaler.Collection.Contamination;

/// <summary>
/// Finds tools that are in a benchmark or too similar to one of its tools. There are four kinds of evidence: the same name with overlapping
/// parameters; the same, unusual set of parameters; a description with the same text; and, for task files without a tool list, a call of the tool by
/// name.
/// </summary>
internal sealed class BenchmarkIndex
{
    private const double NameOverlap = 0.5;
    private const int MinimumParameters = 3;
    private const double ParameterOverlap = 0.8;

    // In bits: a random tool of the workspace has such a set of parameters with a probability under one in a million.
    private const double MinimumInformation = 20;
    private const int MinimumShingles = 6;
    private const double TextOverlap = 0.6;
    private const int MaximumMatches = 5;

    private readonly Dictionary<string, List<BenchmarkTool>> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<BenchmarkTool>> _byParameter = new(StringComparer.Ordinal);
    private readonly Dictionary<ulong, List<BenchmarkTool>> _byShingle = [];
    private readonly IReadOnlyDictionary<string, string> _calls;
    private readonly Dictionary<string, int> _parameterCounts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _nameCounts = new(StringComparer.Ordinal);
    private readonly int _tools;

    /// <param name="calls">Names called in task files, by <see cref="Likeness.Key"/>, with the file.</param>
    /// <param name="workspace">All tools to compare. Parameters that are common among them are no evidence.</param>
    public BenchmarkIndex(IReadOnlyList<BenchmarkTool> benchmark, IReadOnlyDictionary<string, string> calls, IReadOnlyCollection<SpooledDraft> workspace)
    {
        _calls = calls;
        _tools = Math.Max(1, workspace.Count);
        foreach (var tool in benchmark)
        {
            Add(_byName, Likeness.Key(tool.Name), tool);
            foreach (var parameter in tool.Parameters)
            {
                Add(_byParameter, parameter, tool);
            }

            foreach (var shingle in tool.Shingles)
            {
                Add(_byShingle, shingle, tool);
            }
        }

        foreach (var draft in workspace)
        {
            var key = Likeness.Key(draft.Name);
            _nameCounts[key] = _nameCounts.GetValueOrDefault(key) + 1;
            foreach (var parameter in Parameters(draft))
            {
                _parameterCounts[parameter] = _parameterCounts.GetValueOrDefault(parameter) + 1;
            }
        }
    }

    /// <summary>Returns the evidence that the tool is in a benchmark, the strongest first; empty if there is none.</summary>
    public IReadOnlyList<BenchmarkMatch> Match(SpooledDraft draft, string description)
    {
        var parameters = Parameters(draft);
        var matches = new List<BenchmarkMatch>();
        matches.AddRange(ByName(draft, parameters));
        matches.AddRange(ByParameters(draft, parameters));
        matches.AddRange(ByText(description));
        matches.AddRange(ByCall(draft));
        return [.. matches
            .OrderByDescending(match => match.Score).ThenBy(match => match.Benchmark, StringComparer.Ordinal)
                .ThenBy(match => match.Kind, StringComparer.Ordinal)
            .DistinctBy(match => (match.Benchmark, match.Kind))
            .Take(MaximumMatches)];
    }

    private static HashSet<string> Parameters(SpooledDraft draft) =>
        draft.Parameters.Select(parameter => Likeness.Key(parameter.Name)).Where(key => key.Length > 0).ToHashSet(StringComparer.Ordinal);

    private IEnumerable<BenchmarkMatch> ByName(SpooledDraft draft, HashSet<string> parameters)
    {
        foreach (var tool in _byName.GetValueOrDefault(Likeness.Key(draft.Name), []))
        {
            // Two tools without parameters have little in common.
            var overlap = parameters.Count == 0 && tool.Parameters.Count == 0 ? NameOverlap : Likeness.Jaccard(parameters, tool.Parameters);
            if (overlap >= NameOverlap)
            {
                yield return new BenchmarkMatch(tool.Benchmark, "name", Round((1 + overlap) / 2),
                    $"named like '{tool.Name}', {Percent(overlap)} of the parameters shared")
                { Entry = tool.Name };
            }
        }
    }

    private IEnumerable<BenchmarkMatch> ByParameters(SpooledDraft draft, HashSet<string> parameters)
    {
        if (parameters.Count < MinimumParameters || parameters.Sum(Information) < MinimumInformation)
        {
            yield break;
        }

        // A tool that shares most parameters shares one of the rarest, so a search by these few finds every match.
        var looked = parameters.OrderBy(parameter => _parameterCounts.GetValueOrDefault(parameter)).ThenBy(parameter => parameter, StringComparer.Ordinal)
            .Take(Math.Max(1, (int)Math.Ceiling(parameters.Count * (1 - ParameterOverlap)) + 1));
        var nameWords = Words.Split(draft.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var tool in looked.SelectMany(parameter => _byParameter.GetValueOrDefault(parameter, [])).Distinct())
        {
            var overlap = Likeness.Jaccard(parameters, tool.Parameters);
            if (overlap >= ParameterOverlap && Words.Split(tool.Name).Any(nameWords.Contains))
            {
                yield return new BenchmarkMatch(
                    tool.Benchmark, "parameters", Round(overlap),
                        $"{Percent(overlap)} of the parameters of '{tool.Name}': {string.Join(", ", parameters.Order(StringComparer.Ordinal).Take(6))}")
                {
                    Entry =
                            tool.Name
                };
            }
        }
    }

    private IEnumerable<BenchmarkMatch> ByText(string description)
    {
        var shingles = Likeness.Shingles(description);
        if (shingles.Count < MinimumShingles)
        {
            yield break;
        }

        var shared = shingles.SelectMany(shingle => _byShingle.GetValueOrDefault(shingle, [])).CountBy(tool => tool);
        foreach (var (tool, count) in shared)
        {
            var overlap = (double)count / Math.Max(shingles.Count, tool.Shingles.Count);
            if (overlap >= TextOverlap)
            {
                yield return new BenchmarkMatch(tool.Benchmark, "text", Round(overlap),
                    $"{Percent(overlap)} of the description of '{tool.Name}'")
                { Entry = tool.Name };
            }
        }
    }

    private IEnumerable<BenchmarkMatch> ByCall(SpooledDraft draft)
    {
        var key = Likeness.Key(draft.Name);
        // A name of one word, or a name of many tools, is no evidence.
        if (key.Contains(' ', StringComparison.Ordinal) && _nameCounts.GetValueOrDefault(key) <= 2 && _calls.TryGetValue(key, out var benchmark))
        {
            yield return new BenchmarkMatch(benchmark, "call", 0.6, $"'{draft.Name}' is called in the tasks") { Entry = key.Replace(' ', '_') };
        }
    }

    private double Information(string parameter) => Math.Log2((double)_tools / Math.Max(1, _parameterCounts.GetValueOrDefault(parameter)));

    private static void Add<TKey>(Dictionary<TKey, List<BenchmarkTool>> index, TKey key, BenchmarkTool tool)
        where TKey : notnull
    {
        if (!index.TryGetValue(key, out var tools))
        {
            index[key] = tools = [];
        }

        tools.Add(tool);
    }

    private static double Round(double score) => Math.Round(score, 3);

    private static string Percent(double share) => Math.Round(share * 100).ToString(CultureInfo.InvariantCulture) + " %";
}
