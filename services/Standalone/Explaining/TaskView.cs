using System.Text.Json;
using System.Text.Json.Nodes;
using AgentScaler.Tools;
using AgentScaler.Trajectories;

namespace AgentScaler.Standalone.Explaining;

/// <summary>Explains a task: its golden calls, the origin of each value, and the verdicts on its trajectories.</summary>
internal sealed class TaskView(TaskSpecification task, IReadOnlyList<Trajectory> played) : IExplained
{
    public JsonObject ToJson() => new()
    {
        ["explains"] = "task",
        ["task"] = JsonSerializer.SerializeToNode(task, ContractJson.Options),
        ["trajectories"] = new JsonArray(
            [.. played.Select(p => new JsonObject { ["id"] = p.Id, ["verdict"] = JsonSerializer.SerializeToNode(p.Verdict, ContractJson.Options) })]),
    };

    public async Task WriteAsync(TextWriter output)
    {
        await output.WriteLineAsync(
            $"Task {task.Id} ({ExplainedText.Word(task.Kind)}) in {task.Domain}: {task.Steps} golden calls\n  {ExplainedText.Cut(task.Intent)}");
        if (task.ForbiddenBy is { } sentence)
        {
            await output.WriteLineAsync($"  forbidden by the policy: {sentence}");
        }

        await output.WriteLineAsync($"\nThe user\n  {ExplainedText.Cut(task.User.Profile)}");
        foreach (var (name, value) in task.User.KnownValues)
        {
            await output.WriteLineAsync($"  knows {name}: {value.ToJson()}");
        }

        await output.WriteLineAsync("\nGolden calls, and where each value comes from");
        foreach (var (index, call) in task.GoldenCalls.Index())
        {
            await output.WriteLineAsync($"  {index}: {call.Name} {ExplainedText.Cut(call.Arguments.ToJson())}");
            foreach (var plan in task.Plan.Where(plan => plan.Call == index))
            {
                await output.WriteLineAsync($"      {plan.Argument} from {plan.Source}: {ExplainedText.Cut(plan.From.ToJson())}");
            }

            await output.WriteLineAsync($"      gives {ExplainedText.Cut(JsonSerializer.Serialize(task.GoldenResults[index], ContractJson.Options))}");
        }

        foreach (var (index, value) in task.AnswerValues.Index())
        {
            var source = index < task.AnswerSources.Count ? task.AnswerSources[index].ToJson() : "nowhere";
            await output.WriteLineAsync($"  the answer holds {value.ToJson()} from {ExplainedText.Cut(source)}");
        }

        await output.WriteLineAsync($"\nIt changes {ExplainedText.Cut(task.GoldenDiff.ToJson())}");
        await output.WriteLineAsync($"\nTrajectories: {played.Count}, {played.Count(p => p.Verdict?.Accepted == true)} accepted");
        foreach (var trajectory in played)
        {
            await output.WriteLineAsync($"  {trajectory.Id}: {(trajectory.Verdict is { } verdict ? verdict.Reason ?? "accepted" : "not judged")}");
        }
    }
}
