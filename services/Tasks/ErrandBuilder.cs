using AgentScaler.Tasks.Checks;
using AgentScaler.Tasks.Dependencies;
using AgentScaler.Tasks.Paths;
using AgentScaler.Tasks.Reading;
using AgentScaler.Trajectories;
using AgentScaler.Trajectories.Realism;

namespace AgentScaler.Tasks;

/// <summary>Builds one errand: wishes that share entities, until the path has the drawn length.</summary>
internal sealed class ErrandBuilder
{
    private const int MaxMisses = 10;
    private const int EdgeTries = 3;

    private readonly DomainModel _domain;
    private readonly CoverageMeter _coverage;
    private readonly PolicyRules _rules;
    private readonly SeededRandom _random;
    private readonly int _maxSteps;
    private readonly ArgumentFiller _filler;
    private readonly GoalBuilder _goals;
    private readonly DependencyGoals _dependencies;
    private readonly List<Wish> _wishes = [];

    public ErrandBuilder(DomainModel domain, CoverageMeter coverage, PolicyRules rules, SeededRandom random, int maxSteps)
    {
        (_domain, _coverage, _rules, _random, _maxSteps) = (domain, coverage, rules, random, maxSteps);
        Draft = new PathDraft(domain, random);
        _filler = new ArgumentFiller(Draft, maxSteps, coverage.Wants);
        _goals = new GoalBuilder(Draft, _filler);
        _dependencies = new DependencyGoals(Draft, _filler, _goals);
    }

    public PathDraft Draft { get; }

    public PathMisses Misses => _filler.Misses;

    public IReadOnlyList<Wish> Wishes => _wishes;

    /// <summary>Whether the user has keys and codes at hand that people do not know by heart.</summary>
    public bool Pastes
    {
        get => _filler.Pastes;
        init => _filler.Pastes = value;
    }

    public bool Write(int length, ToolModel? first, bool failure)
    {
        if (failure)
        {
            Add(() => Pick(_domain.Tools.Where(t => t.Branches.Count > 0)) is { } tool ? _goals.Failing(tool, _ => true, []) : null);
        }
        else if (first is not null)
        {
            Add(() => _goals.Ordinary(first, share: false, answer: true));
        }

        return Grow(length, write: true) && Draft.Hash != _domain.Environment.InitialHash.ToString();
    }

    public bool ReadOnly(int length, ToolModel? first)
    {
        if (first is not null)
        {
            Add(() => _goals.Ordinary(first, share: false, answer: true));
        }

        return Grow(length, write: false);
    }

    public bool Refusal() =>
        Add(() => Pick(_domain.Tools.Where(t => t.Writes && t.Branches.Count > 0)) is { } tool
            ? _goals.Forbidden(tool, b => _rules.Sentence(tool, b))
            : null, tries: 6);

    /// <summary>Builds a refusal or an intended failure that meets a given branch.</summary>
    public bool Branch(ErrorBranch branch, bool refuse)
    {
        var tool = _domain.Tool(branch.Tool);
        return Add(() => refuse
            ? _goals.Forbidden(tool, b => b == branch ? _rules.Sentence(tool, b) : null)
            : _goals.Failing(tool, b => b == branch, Fallbacks(tool)));
    }

    /// <summary>Returns the tools that may be asked for if a call fails and no other arguments would help. Those about the same things come first.</summary>
    private IReadOnlyList<ToolModel> Fallbacks(ToolModel failing) =>
        [.. _random.Shuffle(_domain.Tools.Where(t => t != failing)).OrderBy(t => t.Tables.Intersect(failing.Tables).Any() ? 0 : 1)
            .ThenBy(t => _coverage.Covers(t) ? 1 : 0).Take(4)];

    /// <summary>Builds a path on which a value flows over a given dependency.</summary>
    public bool Edge(DomainEdge edge)
    {
        var found = false;
        for (var i = 0; i < EdgeTries && !found; i++)
        {
            _filler.Refresh();
            var before = Draft.Save();
            found = _dependencies.Through(edge) is { } wishes && Draft.Calls.Count <= _maxSteps && Keep(wishes);
            if (!found)
            {
                Draft.Restore(before);
            }
        }

        return found;
    }

    /// <summary>Continues over a dependency that no task covers yet, from a call of the path.</summary>
    private Wish? Onward(bool write)
    {
        var made = Draft.Calls.Where(c => c.Result.Ok).Select(c => c.Tool.Name).ToHashSet(StringComparer.Ordinal);
        var open = _coverage.OpenEdges.Where(e => (write || !e.To.Writes) && made.Contains(e.From.Name)).ToList();
        if (open.Count == 0)
        {
            return null;
        }

        var edge = _random.Pick(open);
        var calls = Enumerable.Range(0, Draft.Calls.Count).Where(i => Draft.Calls[i].Tool == edge.From && Draft.Calls[i].Result.Ok).ToList();
        return _dependencies.Over(edge, calls[^1]);
    }

    /// <summary>Builds an errand around a given tool.</summary>
    public TaskKind? With(ToolModel tool, int length)
    {
        return Add(() => _goals.Ordinary(tool, share: false, answer: true)) ? Extend(length, onward: 0.6) : null;
    }

    /// <summary>Extends the path, and returns the kind of the resulting task.</summary>
    /// <param name="onward">The share, from 0 to 1, of extensions over a dependency that no task covers yet.</param>
    public TaskKind Extend(int length, double onward)
    {
        var write = _wishes.Any(w => w.Writes);
        Grow(length, write || (_domain.Tools.Any(t => t.Writes) && _random.Chance(0.5)), onward);
        write = _wishes.Any(w => w.Writes);
        return write ? TaskKind.Write : TaskKind.ReadOnly;
    }

    private bool Grow(int length, bool write, double onwardShare = 0.6)
    {
        var misses = 0;
        while (Draft.Calls.Count < length && misses < MaxMisses)
        {
            var mustWrite = write && !_wishes.Any(w => w.Writes);
            var candidates = _domain.Tools.Where(t => write ? !mustWrite || t.Writes : !t.Writes);
            if (mustWrite is false && write && _random.Chance(0.65))
            {
                candidates = candidates.Where(t => t.Writes);
            }

            var failing = write && _wishes.Count > 0 && _random.Chance(0.05);
            if (Pick(candidates) is not { } tool)
            {
                return _wishes.Count > 0;
            }

            var onward = _wishes.Count > 0 && !mustWrite && _random.Chance(onwardShare);
            misses = Add(() => onward && Onward(write) is { } further
                ? further
                : failing
                ? _goals.Failing(tool, _ => true, [])
                : _goals.Ordinary(tool, share: _wishes.Count > 0, answer: true), tries: 1) ? misses : misses + 1;
        }

        return _wishes.Count > 0 && (!write || _wishes.Any(w => w.Writes));
    }

    /// <summary>Adds a wish. A wish that makes the path too long is taken back.</summary>
    private bool Add(Func<Wish?> make, int tries = 4)
    {
        for (var i = 0; i < tries; i++)
        {
            _filler.Refresh();
            var before = Draft.Save();
            if (make() is { } wish && Draft.Calls.Count <= _maxSteps && Keep([wish]))
            {
                return true;
            }

            Draft.Restore(before);
        }

        return false;
    }

    /// <summary>Accepts wishes if every call of the path is then still needed.</summary>
    private bool Keep(IReadOnlyList<Wish> wishes)
    {
        if (Necessity.Unneeded(_domain.Environment, TaskAssembler.Skeleton(_domain, Draft, [.. _wishes, .. wishes])) is { Count: > 0 } unneeded)
        {
            Misses.Note(PathMiss.UnneededCall, Draft.Calls[unneeded[0]].Tool.Name);
            return false;
        }

        _wishes.AddRange(wishes);
        return true;
    }

    /// <summary>Picks a random tool, preferably one near the errand's subject, one that is not covered yet, and one that is not used already.</summary>
    private ToolModel? Pick(IEnumerable<ToolModel> tools)
    {
        var near = Draft.Mentions.Keys.Select(r => r.Table).ToHashSet(StringComparer.Ordinal);
        var weighted = tools.Select(t => (Tool: t, Weight:
            (near.Count == 0 || t.Tables.Any(near.Contains) ? 5.0 : 0.3)
            * (_coverage.Covers(t) ? 1 : 4)
            * (Draft.Calls.Any(c => c.Tool == t) ? 0.25 : 1))).ToList();
        var total = weighted.Sum(w => w.Weight);
        var at = _random.NextDouble() * total;
        foreach (var (tool, weight) in weighted)
        {
            at -= weight;
            if (at <= 0)
            {
                return tool;
            }
        }

        return weighted.Count > 0 ? weighted[^1].Tool : null;
    }
}
