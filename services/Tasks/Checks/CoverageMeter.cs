using AgentScaler.Tasks.Dependencies;
using AgentScaler.Tasks.Paths;
using AgentScaler.Tasks.Reading;
using AgentScaler.Trajectories.Plans;

namespace AgentScaler.Tasks.Checks;

/// <summary>Measures the coverage of the accepted tasks, and finds the open items.</summary>
/// <param name="verdicts">The verdict on each dependency.</param>
internal sealed class CoverageMeter(DomainModel domain, IReadOnlyDictionary<DomainEdge, DependencyVerdict> verdicts)
{
    private readonly ILookup<(string, string), DomainEdge> _verified =
        verdicts.Where(v => v.Value == DependencyVerdict.Verified).Select(v => v.Key).ToLookup(e => (e.From.Name, e.To.Name));

    private readonly HashSet<string> _tools = new(StringComparer.Ordinal);
    private readonly HashSet<(string, string, string)> _edges = [];
    private readonly HashSet<(string, string)> _columns = [];
    private readonly HashSet<(string, int)> _branches = [];

    public bool Covers(ToolModel tool) => _tools.Contains(tool.Name);

    public bool Covers(DomainEdge edge) => _edges.Contains((edge.From.Name, edge.To.Name, edge.Parameter));

    public bool Covers(ErrorBranch branch) => _branches.Contains((branch.Tool, branch.Index));

    public IEnumerable<ErrorBranch> OpenBranches => domain.Tools.SelectMany(t => t.Branches).Where(b => !Covers(b));

    /// <summary>Whether a value should preferably flow between these two tools.</summary>
    public bool Wants(ToolModel from, ToolModel to) => _verified[(from.Name, to.Name)].Any(e => !Covers(e));

    /// <summary>Verified dependencies that no task covers.</summary>
    public IEnumerable<DomainEdge> OpenEdges => domain.Edges.Where(e => verdicts[e] == DependencyVerdict.Verified && !Covers(e));

    public void Add(PathDraft draft, IReadOnlyList<Wish> wishes)
    {
        for (var i = 0; i < draft.Calls.Count; i++)
        {
            var call = draft.Calls[i];
            _tools.Add(call.Tool.Name);
            foreach (var filled in call.Filled)
            {
                _columns.UnionWith(call.Tool.BindingsOf(filled.Parameter.Pointer).Select(b => (b.Table, b.Column)));
                foreach (var from in PlanSource.Calls(filled.Source))
                {
                    _edges.Add((draft.Calls[from].Tool.Name, call.Tool.Name, DependencyPath.OfPointer(filled.Parameter.Pointer)));
                }
            }

            if (call.Result.Ok)
            {
                _columns.UnionWith(call.Tool.Literals.Select(l => (l.Table, l.Column)));
            }
        }

        foreach (var mention in draft.Mentions.Values)
        {
            _columns.UnionWith(mention.Conditions.Where(c => c.Column is not null).Select(c => (mention.Row.Table, c.Column!.Name)));
        }

        foreach (var wish in wishes)
        {
            if (wish.Branch is { } branch)
            {
                _branches.Add((branch.Tool, branch.Index));
            }

            foreach (var answer in wish.Answers.Where(a => a.Row is not null))
            {
                var path = answer.Source["path"];
                if (path.IsArray && path.AsArray.Length > 0 && path.AsArray[^1].IsString)
                {
                    _columns.Add((answer.Row!.Value.Table, path.AsArray[^1].AsString));
                }
            }
        }
    }

    public TaskCoverage Coverage()
    {
        var edges = domain.Edges.DistinctBy(e => (e.From.Name, e.To.Name, e.Parameter)).ToList();
        var verified = edges.Where(e => verdicts[e] == DependencyVerdict.Verified).ToList();
        var columns = domain.Schema.Tables.SelectMany(t => t.Columns.Select(c => (t.Name, c.Name))).ToList();
        var branches = domain.Tools.SelectMany(t => t.Branches).Select(b => (b.Tool, b.Index)).ToList();
        return new TaskCoverage(
            new(domain.Tools.Count(Covers), domain.Tools.Count),
            new(edges.Count(Covers), edges.Count),
            new(verified.Count(Covers), verified.Count),
            new(columns.Count(_columns.Contains), columns.Count),
            new(branches.Count(_branches.Contains), branches.Count));
    }
}
