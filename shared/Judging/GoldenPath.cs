using System.Runtime.CompilerServices;
using AgentScaler.Environments.Sessions;
using AgentScaler.Environments.States;
using AgentScaler.Trajectories;

namespace AgentScaler.Judging;

/// <summary>The results and the state of a task's golden calls, computed once for each task by replaying them.</summary>
internal sealed class GoldenPath
{
    private static readonly ConditionalWeakTable<TaskSpecification, GoldenPath> Known = [];

    private readonly Lazy<(DatabaseState State, StateHash Hash)> _goal;

    private GoldenPath(CompiledEnvironment environment, TaskSpecification task)
    {
        Environment = environment;
        Calls = [.. task.GoldenCalls
            .Select((call, index) => (call, index))
            .Where(c => c.call.Expect is null)
            .Select(c => new GoldenStep(
                c.index,
                c.call.Name,
                CallKey.Of(c.call.Name, ToolValidators.Of(environment.Definition).Filled(c.call.Name, c.call.Arguments))))];
        _goal = new(() =>
        {
            var session = environment.Open();
            foreach (var call in task.GoldenCalls)
            {
                session.Call(call.Name, call.Arguments);
            }

            return (session.State(), session.Hash);
        });
    }

    public CompiledEnvironment Environment { get; }

    /// <summary>The golden calls that must succeed.</summary>
    public IReadOnlyList<GoldenStep> Calls { get; }

    public DatabaseState State => _goal.Value.State;

    public StateHash Hash => _goal.Value.Hash;

    public static GoldenPath Of(CompiledEnvironment environment, TaskSpecification task)
    {
        var path = Known.GetValue(task, t => new GoldenPath(environment, t));
        return ReferenceEquals(path.Environment, environment) ? path : new GoldenPath(environment, task);
    }
}
