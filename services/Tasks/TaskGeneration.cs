using System.Globalization;
using System.Text.Json;
using AgentScaler.Environments.Values;
using AgentScaler.Pipeline.Options;
using AgentScaler.Tasks.Checks;
using AgentScaler.Tasks.Dependencies;
using AgentScaler.Tasks.Paths;
using AgentScaler.Tasks.Reading;
using AgentScaler.Trajectories;

namespace AgentScaler.Tasks;

/// <summary>Generates the tasks of one domain.</summary>
internal sealed class TaskGeneration
{
    /// <summary>The most candidates for one task. After that the domain counts as exhausted.</summary>
    private const int CandidatesPerTask = 8;

    /// <summary>The most rounds over open items. A round that reaches nothing new is the last.</summary>
    private const int MaxRounds = 6;

    private readonly DomainModel _domain;
    private readonly TaskOptions _options;
    private readonly long _seed;
    private readonly IReadOnlyDictionary<DomainEdge, DependencyVerdict> _verdicts;
    private readonly CoverageMeter _coverage;
    private readonly PolicyRules _rules;
    private readonly TaskVerifier _verifier;
    private readonly TaskAssembler _assembler;
    private readonly Contamination _contamination;
    private readonly List<TaskSpecification> _tasks = [];
    private readonly HashSet<string> _paths = new(StringComparer.Ordinal);
    private readonly HashSet<string> _intents = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> _dropped = new(StringComparer.Ordinal);
    private readonly Dictionary<object, PathMisses> _misses = [];
    private bool _pastes;
    private int _candidate;
    private int _distractors;
    private int _near;

    public TaskGeneration(DomainModel domain, TaskOptions options, IReadOnlyDictionary<string, string> licenses, long seed)
    {
        (_domain, _options, _seed) = (domain, options, seed);
        _verdicts = DependencyProbe.Of(domain, seed);
        _coverage = new CoverageMeter(domain, _verdicts);
        _rules = new PolicyRules(domain.Policy);
        _verifier = new TaskVerifier(domain.Environment);
        _assembler = new TaskAssembler(domain, options.Grammar, licenses, seed);
        _contamination = Contamination.Load(options.BenchmarkFiles);
    }

    public TaskSet Run()
    {
        DrawAll();
        if (_options.CoverageExtra > 0)
        {
            Complete();
        }

        // If people know too little for the wanted number of tasks, they have the codes at hand.
        _pastes = true;
        DrawAll();

        _tasks.Sort((a, b) => string.CompareOrdinal(a.Id, b.Id));
        var uncovered = Uncovered();
        return new TaskSet(_tasks, Figures(uncovered),
            [.. _verdicts.Select(v => new JudgedDependency(v.Key.From.Name, v.Key.To.Name, v.Key.Field, v.Key.Parameter, v.Value, _coverage.Covers(v.Key)))],
            uncovered);
    }

    private void DrawAll()
    {
        for (var i = 0; i < _options.PerDomain * CandidatesPerTask && _tasks.Count < _options.PerDomain; i++)
        {
            Candidate(Draw);
        }
    }

    /// <summary>Builds one candidate, with kind and length drawn as configured.</summary>
    private TaskKind? Draw(ErrandBuilder errand, SeededRandom random)
    {
        var kind = random.NextDouble();
        var open = _domain.Tools.Where(t => !_coverage.Covers(t)).ToList();
        if (kind < _options.RefusalShare)
        {
            return errand.Refusal() ? TaskKind.Refusal : null;
        }

        var length = Length(random);
        if (kind < _options.RefusalShare + _options.ReadOnlyShare || !_domain.Tools.Any(t => t.Writes))
        {
            var first = First(open.Where(t => !t.Writes), random) ?? First(_domain.Tools.Where(t => !t.Writes), random);
            return errand.ReadOnly(length, first) ? TaskKind.ReadOnly : null;
        }

        var start = random.Chance(0.7) ? First(open, random) : null;
        return errand.Write(length, start, random.Chance(_options.FailureShare)) ? TaskKind.Write : null;
    }

    private static ToolModel? First(IEnumerable<ToolModel> tools, SeededRandom random) => tools.ToList() is { Count: > 0 } some ? random.Pick(some) : null;

    private int Length(SeededRandom random)
    {
        var weights = _options.LengthWeights.Take(_options.MaxSteps).ToList();
        var at = random.NextDouble() * weights.Sum();
        for (var i = 0; i < weights.Count; i++)
        {
            at -= weights[i];
            if (at < 0)
            {
                return i + 1;
            }
        }

        return weights.Count;
    }

    /// <summary>
    /// Adds tasks for items that no task covers yet: tools, error branches, dependencies, in this order, until a round reaches nothing new. A task
    /// for a dependency continues over other open ones, so that few long paths cover many.
    /// </summary>
    private void Complete()
    {
        var most = _tasks.Count + Math.Max(_options.CoverageExtra, Open());
        for (var (round, before) = (0, int.MaxValue); round < MaxRounds && _tasks.Count < most && (round < 2 || Open() < before); round++)
        {
            before = Open();
            _pastes = round > 0;
            foreach (var tool in _domain.Tools.Where(t => !_coverage.Covers(t)).ToList())
            {
                Extra(most, tool, () => !_coverage.Covers(tool), (errand, random) => errand.With(tool, 1 + random.Next(3)));
            }

            foreach (var branch in _coverage.OpenBranches.ToList())
            {
                Extra(most, branch, () => !_coverage.Covers(branch), (errand, random) =>
                {
                    var refuse = random.Chance(0.25);
                    return !errand.Branch(branch, refuse)
                        ? null
                        : refuse
                        ? TaskKind.Refusal
                        : errand.Wishes.Any(w => w.Writes)
                        ? TaskKind.Write
                        : TaskKind.ReadOnly;
                });
            }

            foreach (var edge in _coverage.OpenEdges.ToList())
            {
                Extra(most, edge, () => !_coverage.Covers(edge), (errand, random) => errand.Edge(edge)
                    ? errand.Extend(4 + random.Next(8), onward: 0.95)
                    : null);
            }
        }
    }

    private int Open() => _domain.Tools.Count(t => !_coverage.Covers(t)) + _coverage.OpenBranches.Count() + _coverage.OpenEdges.Count();

    private void Extra(int most, object target, Func<bool> open, Func<ErrandBuilder, SeededRandom, TaskKind?> build)
    {
        if (_tasks.Count >= most || !open())
        {
            return;
        }

        if (!_misses.TryGetValue(target, out var misses))
        {
            _misses[target] = misses = new PathMisses();
        }

        misses.Note(Candidate(build));
    }

    /// <summary>Returns the uncovered items, each with the reason of the furthest attempt.</summary>
    private List<UncoveredTarget> Uncovered() =>
    [
        .. _domain.Tools.Where(t => !_coverage.Covers(t)).Select(t => Missed("tool", t.Name, t)),
        .. _coverage.OpenEdges.Select(e => Missed("dependency", $"{e.From.Name} {e.Field} -> {e.To.Name} {e.Parameter}", e)),
        .. _coverage.OpenBranches.Select(b => Missed("error_branch", $"{b.Tool} {b.Code} {string.Join('*', b.Fragments)}", b)),
    ];

    private UncoveredTarget Missed(string kind, string name, object target) =>
        _misses.TryGetValue(target, out var misses) ? new(kind, name, misses.Furthest, misses.Detail) : new(kind, name, PathMiss.NotTried, "");

    private PathMisses Candidate(Func<ErrandBuilder, SeededRandom, TaskKind?> build)
    {
        var candidate = (_candidate++).ToString(CultureInfo.InvariantCulture);
        var random = SeededRandom.Of(_seed, "tasks", _domain.Environment.Definition.Id, candidate);
        var errand = new ErrandBuilder(_domain, _coverage, _rules, random, _options.MaxSteps) { Pastes = _pastes };
        if (build(errand, random) is not { } kind)
        {
            Drop("no_path");
            return errand.Misses;
        }

        var words = SeededRandom.Of(_seed, "words", _domain.Environment.Definition.Id, candidate);
        var task = _assembler.Assemble(errand.Draft, errand.Wishes, kind, words);
        if (Refused(task) is { } reason)
        {
            Drop(reason);
            errand.Misses.Note(reason == "duplicate" ? PathMiss.Duplicate : PathMiss.NotVerified, reason);
            return errand.Misses;
        }

        _tasks.Add(task);
        _coverage.Add(errand.Draft, errand.Wishes);
        _distractors += task.Plan.Any(p => Chooses(p.From)) ? 1 : 0;
        errand.Misses.Note(PathMiss.NotReached);
        return errand.Misses;
    }

    /// <summary>Returns the code of the reason why a task is refused, or null.</summary>
    private string? Refused(TaskSpecification task)
    {
        if (_verifier.Fault(task) is { } fault)
        {
            return fault;
        }

        if (!_paths.Add(Value.From(task.GoldenCalls.Select(c => Value.Object(("name", c.Name), ("arguments", c.Arguments)))).ToCanonicalJson())
            || !_intents.Add(task.Intent))
        {
            return "duplicate";
        }

        if (!_contamination.IsNear(task.Intent, task.GoldenCalls))
        {
            return null;
        }

        _near++;
        return _options.ExcludeNear ? "near_benchmark" : null;
    }

    private void Drop(string reason) => _dropped[reason] = _dropped.GetValueOrDefault(reason) + 1;

    private static bool Chooses(Value source) =>
        source.IsObject
            ? source.AsObject.Any(m => m.Key is "where" or "min" or "max" || Chooses(m.Value))
            : source.IsArray && source.AsArray.ToArray().Any(Chooses);

    private TaskSetFigures Figures(List<UncoveredTarget> uncovered) => new(
        _tasks.Count,
        _tasks.Count(t => t.Kind == TaskKind.Write),
        _tasks.Count(t => t.Kind == TaskKind.ReadOnly),
        _tasks.Count(t => t.Kind == TaskKind.Refusal),
        _tasks.Count(t => !_verifier.Replays(t)),
        _tasks.Count(t => t.Kind == TaskKind.Write && _verifier.DoNothingPasses(t)),
        _coverage.Coverage(),
        new SortedDictionary<string, int>(_tasks.GroupBy(t => t.Steps).ToDictionary(g => g.Key.ToString("D2", CultureInfo.InvariantCulture), g => g.Count()),
            StringComparer.Ordinal)
            .ToDictionary(p => p.Key.TrimStart('0'), p => p.Value, StringComparer.Ordinal),
        _dropped)
    {
        WithExpectedFailure = _tasks.Count(t => t.GoldenCalls.Any(c => c.Expect is not null)),
        WithDistractors = _distractors,
        AnswerValues = _tasks.Sum(t => t.AnswerValues.Count),
        NearBenchmarks = _near,
        Dependencies = Counted(_verdicts.Values.Select(v => Word(v))),
        Uncovered = Counted(uncovered.Select(u => $"{u.Kind}/{Word(u.Reason)}")),
    };

    private static SortedDictionary<string, int> Counted(IEnumerable<string> words) =>
        new(words.GroupBy(w => w, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count()), StringComparer.Ordinal);

    private static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
}
