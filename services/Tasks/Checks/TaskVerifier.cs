using AgentScaler.Environments.Sessions;
using AgentScaler.Environments.States;
using AgentScaler.Environments.Values;
using AgentScaler.Trajectories;
using AgentScaler.Trajectories.Plans;
using AgentScaler.Trajectories.Realism;

namespace AgentScaler.Tasks.Checks;

/// <summary>Checks the conditions of every task, independently of the way in which the task was made.</summary>
public sealed class TaskVerifier(CompiledEnvironment environment)
{
    /// <summary>Returns the code of a task's fault, or null: replay, do_nothing, plan, unneeded_call, value_unsaid, answer_told, identifier, empty.</summary>
    public string? Fault(TaskSpecification task)
    {
        if (task.GoldenCalls.Count == 0 || task.GoldenCalls.Count != task.GoldenResults.Count || task.Steps != task.GoldenCalls.Count)
        {
            return "empty";
        }

        var session = environment.Open();
        if (!Replays(session, task))
        {
            return "replay";
        }

        // A write task must change something, and any other task nothing.
        if (Unchanged(session) == (task.Kind == TaskKind.Write))
        {
            return "do_nothing";
        }

        return !PlanHolds(task) ? "plan"
            : Necessity.Unneeded(environment, task).Count > 0 ? "unneeded_call"
            : !ValuesSaid(task) ? "value_unsaid"
            : task.Kind == TaskKind.ReadOnly && (task.AnswerValues.Count == 0 || task.AnswerValues.Any(v => task.User.KnownValues.Values.Contains(v)))
                ? "answer_told"
            : Leaks(task) ? "identifier"
            : null;
    }

    /// <summary>Whether the golden calls give the recorded results and state on a fresh session.</summary>
    public bool Replays(TaskSpecification task) => Replays(environment.Open(), task);

    /// <summary>Whether the golden calls lead to the initial state, so that doing nothing passes.</summary>
    public bool DoNothingPasses(TaskSpecification task)
    {
        var session = environment.Open();
        Replays(session, task);
        return Unchanged(session);
    }

    private bool Replays(EnvironmentSession session, TaskSpecification task)
    {
        for (var i = 0; i < task.GoldenCalls.Count; i++)
        {
            var call = task.GoldenCalls[i];
            var result = session.Call(call.Name, call.Arguments);
            if (result.Error != task.GoldenResults[i].Error || result.Result != task.GoldenResults[i].Result || result.Error?.Code != call.Expect)
            {
                return false;
            }
        }

        return session.Hash.ToString() == task.GoldenState && environment.InitialHash.ToString() == task.InitialState && session.Diff() == task.GoldenDiff;
    }

    private bool Unchanged(EnvironmentSession replayed) =>
        StateAlignment.Aligned(environment.Definition.Schema, environment.InitialState, environment.InitialState, replayed.State());

    /// <summary>Whether the plan finds exactly the golden arguments and answers from the user's known values alone.</summary>
    private bool PlanHolds(TaskSpecification task)
    {
        var results = new Dictionary<int, Value>();
        var resolver = new PlanResolver(task.User.KnownValues, results);
        var plans = task.Plan.ToLookup(p => p.Call);
        for (var i = 0; i < task.GoldenCalls.Count; i++)
        {
            var call = task.GoldenCalls[i];
            var parameters = environment.Definition.Tools.First(t => t.Name == call.Name).ParameterSchema;
            var leaves = new List<(string, Value)>();
            foreach (var plan in plans[i])
            {
                if (!resolver.TryResolve(plan.From, ParameterSchema.At(parameters, plan.Argument), out var value))
                {
                    return false;
                }

                leaves.Add((plan.Argument, value));
            }

            if (ArgumentTree.Build(leaves) != call.Arguments)
            {
                return false;
            }

            if (task.GoldenResults[i].Ok)
            {
                results[i] = task.GoldenResults[i].Result;
            }
        }

        return task.AnswerSources.Count == task.AnswerValues.Count
            && task.AnswerSources.Zip(task.AnswerValues).All(a => resolver.TryResolve(a.First, null, out var value) && value == a.Second);
    }

    private static bool ValuesSaid(TaskSpecification task) =>
        task.User.KnownValues.All(k => SpokenValue.IsIn(task.Intent, k.Key, k.Value));

    /// <summary>Whether the user's words contain the machine name of a tool or parameter.</summary>
    private bool Leaks(TaskSpecification task)
    {
        var said = task.User.KnownValues.Values.Where(v => v.IsString).Select(v => SpokenValue.Of(v)).OrderByDescending(v => v.Length)
            .Aggregate(task.Intent, (text, value) => value.Length == 0 ? text : text.Replace(value, " ", StringComparison.Ordinal));
        return environment.Definition.Tools.Any(t => (t.Name.Contains('_', StringComparison.Ordinal) || t.Name.Any(char.IsUpper))
            && said.Contains(t.Name, StringComparison.Ordinal))
            || said.Split(' ').Any(w => w.Trim('.', ',', '?', '!', ':', '"').Contains('_', StringComparison.Ordinal));
    }
}
