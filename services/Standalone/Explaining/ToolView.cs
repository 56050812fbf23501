using System.Text.Json;
using System.Text.Json.Nodes;
using AgentScaler.Tools;
using AgentScaler.Trajectories;

namespace AgentScaler.Standalone.Explaining;

/// <summary>Explains a tool: its effect, the evidence and the proofs, and the tasks that use it.</summary>
internal sealed class ToolView(ToolFacts facts, IReadOnlyList<TaskSpecification> tasks) : IExplained
{
    public JsonObject ToJson()
    {
        var json = JsonSerializer.SerializeToNode(facts, ContractJson.Options)!.AsObject();
        json["explains"] = "tool";
        json["tasks"] = JsonSerializer.SerializeToNode(tasks.Select(task => task.Id), ContractJson.Options);
        return json;
    }

    public async Task WriteAsync(TextWriter output)
    {
        await output.WriteLineAsync($"A tool of {facts.Domain}");
        await facts.WriteAsync(output, "");
        await output.WriteLineAsync($"\n{tasks.Count} tasks have it on their golden path{string.Concat(tasks.Take(5).Select(task => $"\n  {task.Id}"))}");
    }
}
