using AgentScaler.Environments.Sessions;
using AgentScaler.Environments.Values;
using AgentScaler.Trajectories.Grounding;
using AgentScaler.Trajectories.Plans;

namespace AgentScaler.Trajectories.Realism;

/// <summary>Collects realism over the environments of a run, one after another, and makes its section of the report.</summary>
/// <param name="reference">Utterances of people for comparison with the intents, or none.</param>
public sealed class RealismReport(IReadOnlyList<string> reference)
{
    private readonly List<string> _intents = [];
    private readonly StateRealism _states = new();
    private TrivialityCounts _triviality = TrivialityCounts.None;
    private (long Grounded, long Arguments) _grounding;
    private (long Needed, long Calls) _necessity;
    private (long Flows, long Shares, long Calls) _paths;

    /// <param name="conversations">Recorded episodes of the environment, for the traceable share of their arguments.</param>
    public void Add(CompiledEnvironment environment, IReadOnlyList<TaskSpecification> tasks, IEnumerable<IReadOnlyList<ChatMessage>> conversations)
    {
        _intents.AddRange(tasks.Select(t => t.Intent));
        _states.Add(environment.Definition.Schema, environment.InitialState);
        _triviality += Triviality.Measure(environment, tasks);
        foreach (var task in tasks)
        {
            _necessity = (_necessity.Needed + task.GoldenCalls.Count - Necessity.Unneeded(environment, task).Count, _necessity.Calls + task.GoldenCalls.Count);
            AddPath(task);
        }

        var checker = new GroundingChecker(environment.Definition);
        foreach (var conversation in conversations)
        {
            var report = checker.Check(conversation);
            _grounding = (_grounding.Grounded + report.Grounded, _grounding.Arguments + report.Arguments);
        }
    }

    public RealismSection Section() => new(
        LanguageRealism.Of(_intents),
        reference.Count > 0 ? LanguageRealism.Of(reference) : null,
        reference.Count > 0 && LanguageRealism.TwoSampleAccuracy(_intents, reference) is var accuracy && double.IsFinite(accuracy) ? accuracy : null,
        _triviality,
        new PathFigures(
            Share(_grounding.Grounded, _grounding.Arguments),
            Share(_paths.Flows, _paths.Calls),
            Share(_necessity.Needed, _necessity.Calls),
            Share(_paths.Shares, _paths.Calls)),
        _states.Figures());

    private void AddPath(TaskSpecification task)
    {
        var seen = new HashSet<Value>();
        for (var i = 0; i < task.GoldenCalls.Count; i++)
        {
            var arguments = ArgumentTree.Leaves(task.GoldenCalls[i].Arguments).Select(l => l.Leaf).ToList();
            var results = ArgumentTree.Leaves(task.GoldenResults[i].Result).Select(l => l.Leaf).ToList();
            if (i > 0)
            {
                var flows = task.Plan.Any(p => p.Call == i && PlanSource.Calls(p.From).Count > 0);
                var shares = flows || arguments.Concat(results).Any(v => v.IsString && v.AsString.Length >= 4 && seen.Contains(v));
                _paths = (_paths.Flows + (flows ? 1 : 0), _paths.Shares + (shares ? 1 : 0), _paths.Calls + 1);
            }

            seen.UnionWith(arguments);
            seen.UnionWith(results);
        }
    }

    private static double Share(long part, long whole) => LanguageRealism.Round(whole == 0 ? 1 : part / (double)whole);
}
