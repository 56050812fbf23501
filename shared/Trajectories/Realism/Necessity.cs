using AgentScaler.Environments.Sessions;
using AgentScaler.Environments.States;
using AgentScaler.Environments.Values;
using AgentScaler.Trajectories.Plans;

namespace AgentScaler.Trajectories.Realism;

/// <summary>
/// Decides whether every golden call is needed by leaving it out. A read is needed if a later argument or an answer takes a value from it that no other
/// source tells. A write is also needed if the goal is missed without it.
/// </summary>
public static class Necessity
{
    /// <summary>Returns the indices of golden calls that could be left out.</summary>
    /// <param name="environment">The environment of the task.</param>
    public static IReadOnlyList<int> Unneeded(CompiledEnvironment environment, TaskSpecification task)
    {
        var writers = environment.Definition.Programs.Where(p => p.Writes).Select(p => p.Tool).ToHashSet(StringComparer.Ordinal);
        var golden = new Lazy<DatabaseState>(() => Replay(environment, task, without: -1));
        var unneeded = new List<int>();
        for (var call = 0; call < task.GoldenCalls.Count; call++)
        {
            var needed = task.GoldenCalls[call].Expect is not null
                || FeedsSomething(task, call)
                || (task.Kind == TaskKind.Refusal && call == task.GoldenCalls.Count - 1)
                || (writers.Contains(task.GoldenCalls[call].Name)
                    && !StateAlignment.Aligned(environment.Definition.Schema, environment.InitialState, Replay(environment, task, call), golden.Value));
            if (!needed)
            {
                unneeded.Add(call);
            }
        }

        return unneeded;
    }

    private static DatabaseState Replay(CompiledEnvironment environment, TaskSpecification task, int without)
    {
        var session = environment.Open();
        for (var call = 0; call < task.GoldenCalls.Count; call++)
        {
            if (call != without)
            {
                session.Call(task.GoldenCalls[call].Name, task.GoldenCalls[call].Arguments);
            }
        }

        return session.State();
    }

    private static bool FeedsSomething(TaskSpecification task, int call)
    {
        foreach (var plan in task.Plan.Where(p => p.Call > call && PlanSource.Calls(p.From).Contains(call)))
        {
            var value = ArgumentTree.Leaves(task.GoldenCalls[plan.Call].Arguments).FirstOrDefault(l => l.Pointer == plan.Argument).Leaf;
            if (!ToldElsewhere(task, value, call, before: plan.Call))
            {
                return true;
            }
        }

        for (var i = 0; i < task.AnswerSources.Count; i++)
        {
            if (PlanSource.Calls(task.AnswerSources[i]).Contains(call) && !ToldElsewhere(task, task.AnswerValues[i], call, task.GoldenCalls.Count))
            {
                return true;
            }
        }

        return false;
    }

    private static bool ToldElsewhere(TaskSpecification task, Value value, int call, int before)
    {
        if (!Distinctive(value))
        {
            return false;
        }

        return task.User.KnownValues.Values.Any(v => v == value)
            || Enumerable.Range(0, before).Any(other => other != call && Holds(task.GoldenResults[other].Result, value));
    }

    /// <summary>Whether equality of a value means something. Small numbers and short words are often equal by chance.</summary>
    public static bool Distinctive(Value value) =>
        value.IsString ? value.AsString.Length >= 4 : value.IsNumber && (Math.Abs(value.AsNumber) >= 1000 || !value.IsInteger);

    private static bool Holds(Value tree, Value value) => tree.Kind switch
    {
        ValueKind.Array => tree.AsArray.ToArray().Any(i => Holds(i, value)),
        ValueKind.Object => tree.AsObject.Any(m => Holds(m.Value, value)),
        _ => tree == value,
    };
}
