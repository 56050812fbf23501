using AgentScaler.Environments;
using AgentScaler.Environments.Programs;
using AgentScaler.Environments.Values;
using AgentScaler.Trajectories;
using AgentScaler.Trajectories.Plans;

namespace AgentScaler.Rollout.Agents.Scripted;

/// <summary>The scripted agent's knowledge of a task: its plan. Values are left out on purpose.</summary>
internal sealed record ScriptedPlan(
    IReadOnlyList<PlannedCall> Calls,
    IReadOnlyList<Value> Answers,
    IReadOnlyList<int> AnswerWishes,
    int Wishes,
    string? ForbiddenBy)
{
    public static ScriptedPlan Of(TaskSpecification task, EnvironmentDefinition environment)
    {
        var wishes = new int[task.GoldenCalls.Count];
        for (var part = 0; part < task.Parts.Count; part++)
        {
            foreach (var call in task.Parts[part].Calls)
            {
                wishes[call] = part;
            }
        }

        var writers = environment.Programs.Where(p => p.Writes).Select(p => p.Tool).ToHashSet(StringComparer.Ordinal);
        var arguments = task.Plan.ToLookup(p => p.Call);
        var calls = task.GoldenCalls.Select((call, index) => new PlannedCall(
            call.Name,
            [.. arguments[index].Select(a => new PlannedArgument(a.Argument, a.From))],
            call.Expect?.Word(),
            wishes[index],
            writers.Contains(call.Name)));
        var answerWishes = task.AnswerSources.Select(source => PlanSource.Calls(source) is { Count: > 0 } of ? wishes[of[^1]] : 0);
        return new ScriptedPlan([.. calls], task.AnswerSources, [.. answerWishes], Math.Max(task.Parts.Count, 1), task.ForbiddenBy);
    }
}
