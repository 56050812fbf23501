using System.Globalization;
using AgentScaler.Environments.Sessions;
using AgentScaler.Environments.Values;
using AgentScaler.Materialization.Tasks.Checks;
using AgentScaler.Materialization.Tasks.Reading;
using AgentScaler.Tools;
using AgentScaler.Trajectories;

namespace AgentScaler.Materialization.Tasks;

/// <summary>
/// Generates the tasks of a domain: errands over its tools, directed at what is not covered yet, executed while they are
/// built, and verified afterwards by checks that know nothing of how they were made.
/// </summary>
public sealed class TaskGenerator
{
    private const int CandidatesPerTask = 8;

    /// <param name="licenses">Licences of the tools' sources by tool id.</param>
    public TaskSet Generate(
        CompiledEnvironment environment, ToolDomain domain, TaskOptions options, long seed, IReadOnlyDictionary<string, string>? licenses = null)
    {
        ArgumentNullException.ThrowIfNull(environment);
        options.Validate();
        return new Generation(new DomainModel(environment, domain), options, licenses ?? new Dictionary<string, string>(), seed).Run();
    }

    private sealed class Generation(DomainModel domain, TaskOptions options, IReadOnlyDictionary<string, string> licenses, long seed)
    {
        private readonly CoverageMeter _coverage = new(domain);
        private readonly PolicyRules _rules = new(domain.Policy);
        private readonly TaskVerifier _verifier = new(domain.Environment);
        private readonly TaskAssembler _assembler = new(domain, licenses, seed);
        private readonly Contamination _contamination = Contamination.Load(options.BenchmarkFiles);
        private readonly List<TaskSpecification> _tasks = [];
        private readonly HashSet<string> _paths = new(StringComparer.Ordinal);
        private readonly HashSet<string> _intents = new(StringComparer.Ordinal);
        private readonly SortedDictionary<string, int> _dropped = new(StringComparer.Ordinal);
        private int _candidate;
        private int _distractors;

        public TaskSet Run()
        {
            for (var i = 0; i < options.PerDomain * CandidatesPerTask && _tasks.Count < options.PerDomain; i++)
            {
                Candidate(Draw);
            }

            Complete();
            _tasks.Sort((a, b) => string.CompareOrdinal(a.Id, b.Id));
            return new TaskSet(_tasks, Figures());
        }

        /// <summary>One candidate of a kind and length drawn as configured.</summary>
        private TaskKind? Draw(ErrandBuilder errand, SeededRandom random)
        {
            var kind = random.NextDouble();
            var open = domain.Tools.Where(t => !_coverage.Covers(t)).ToList();
            if (kind < options.RefusalShare)
            {
                return errand.Refusal() ? TaskKind.Refusal : null;
            }

            var length = Length(random);
            if (kind < options.RefusalShare + options.ReadOnlyShare || !domain.Tools.Any(t => t.Writes))
            {
                var first = First(open.Where(t => !t.Writes), random) ?? First(domain.Tools.Where(t => !t.Writes), random);
                return errand.ReadOnly(length, first) ? TaskKind.ReadOnly : null;
            }

            var start = random.Chance(0.7) ? First(open, random) : null;
            return errand.Write(length, start, random.Chance(options.FailureShare)) ? TaskKind.Write : null;
        }

        private static ToolModel? First(IEnumerable<ToolModel> tools, SeededRandom random) => tools.ToList() is { Count: > 0 } some ? random.Pick(some) : null;

        private int Length(SeededRandom random)
        {
            var weights = options.LengthWeights.Take(options.MaxSteps).ToList();
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

        /// <summary>Tasks for what no task covers yet: tools, error branches, dependencies, in this order.</summary>
        private void Complete()
        {
            var budget = options.CoverageExtra == 0 ? 0 : Math.Max(options.CoverageExtra, Math.Max(domain.Tools.Count, domain.Edges.Count / 4));
            var most = _tasks.Count + budget;
            for (var round = 0; round < 3 && _tasks.Count < most; round++)
            {
                foreach (var tool in domain.Tools.Where(t => !_coverage.Covers(t)).ToList())
                {
                    Extra(most, () => !_coverage.Covers(tool), (errand, random) =>
                        tool.Writes || random.Chance(0.3) && domain.Tools.Any(t => t.Writes)
                            ? errand.Write(tool.Writes ? 1 + random.Next(3) : 3, tool, failure: false) ? TaskKind.Write : null
                            : errand.ReadOnly(1 + random.Next(3), tool) ? TaskKind.ReadOnly : null);
                }

                foreach (var branch in _coverage.OpenBranches.ToList())
                {
                    Extra(most, () => !_coverage.Covers(branch), (errand, random) =>
                    {
                        var refuse = random.Chance(0.25);
                        return !errand.Branch(branch, refuse) ? null : refuse ? TaskKind.Refusal : domain.Tool(branch.Tool).Writes ? TaskKind.Write : TaskKind.ReadOnly;
                    });
                }

                foreach (var edge in domain.Edges.Where(e => !_coverage.Covers(e)).ToList())
                {
                    Extra(most, () => !_coverage.Covers(edge), (errand, random) => errand.Edge(edge) ? errand.Extend(3 + random.Next(6)) : null);
                }
            }
        }

        private void Extra(int most, Func<bool> open, Func<ErrandBuilder, SeededRandom, TaskKind?> build)
        {
            if (_tasks.Count < most && open())
            {
                Candidate(build);
            }
        }

        private void Candidate(Func<ErrandBuilder, SeededRandom, TaskKind?> build)
        {
            var random = SeededRandom.Of(seed, "tasks", domain.Environment.Definition.Id, (_candidate++).ToString(CultureInfo.InvariantCulture));
            var errand = new ErrandBuilder(domain, _coverage, _rules, random, options.MaxSteps);
            if (build(errand, random) is not { } kind)
            {
                Drop("no_path");
                return;
            }

            var task = _assembler.Assemble(errand.Draft, errand.Wishes, kind, random);
            if (_verifier.Fault(task) is { } fault)
            {
                Drop(fault);
            }
            else if (!_paths.Add(Value.From(task.GoldenCalls.Select(c => Value.Object(("name", c.Name), ("arguments", c.Arguments)))).ToCanonicalJson()) || !_intents.Add(task.Intent))
            {
                Drop("duplicate");
            }
            else if (_contamination.IsNear(task.Intent))
            {
                Drop("contaminated");
            }
            else
            {
                _tasks.Add(task);
                _coverage.Add(errand.Draft, errand.Wishes);
                _distractors += task.Plan.Any(p => Chooses(p.From)) ? 1 : 0;
            }
        }

        private void Drop(string reason) => _dropped[reason] = _dropped.GetValueOrDefault(reason) + 1;

        private static bool Chooses(Value source) =>
            source.IsObject ? source.AsObject.Any(m => m.Key is "where" or "min" or "max" || Chooses(m.Value)) : source.IsArray && source.AsArray.ToArray().Any(Chooses);

        private TaskSetFigures Figures() => new(
            _tasks.Count,
            _tasks.Count(t => t.Kind == TaskKind.Write),
            _tasks.Count(t => t.Kind == TaskKind.ReadOnly),
            _tasks.Count(t => t.Kind == TaskKind.Refusal),
            _tasks.Count(t => !_verifier.Replays(t)),
            0,
            _coverage.Coverage(),
            new SortedDictionary<string, int>(_tasks.GroupBy(t => t.Steps).ToDictionary(g => g.Key.ToString("D2", CultureInfo.InvariantCulture), g => g.Count()), StringComparer.Ordinal)
                .ToDictionary(p => p.Key.TrimStart('0'), p => p.Value, StringComparer.Ordinal),
            _dropped)
        {
            WithExpectedFailure = _tasks.Count(t => t.GoldenCalls.Any(c => c.Expect is not null)),
            WithDistractors = _distractors,
            Contaminated = _dropped.GetValueOrDefault("contaminated"),
        };
    }
}
