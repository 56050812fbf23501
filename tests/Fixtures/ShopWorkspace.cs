using System.Text.Json;
using AgentScaler.Environments;
using AgentScaler.Tools;
using AgentScaler.Trajectories;

namespace AgentScaler.Fixtures;

/// <summary>A workspace folder with the shop, its tasks and a golden trajectory of each.</summary>
public sealed class ShopWorkspace : IDisposable
{
    public ShopWorkspace(params TaskSpecification[] tasks)
        : this(Shop.Definition, tasks)
    {
    }

    /// <param name="definition">The shop, its tools perhaps under other names.</param>
    public ShopWorkspace(EnvironmentDefinition definition, TaskSpecification[] tasks)
    {
        var environment = Directory.CreateDirectory(Path.Combine(Folder, "environments", "shop")).FullName;
        foreach (var (name, text) in EnvironmentFiles.Write(definition, Shop.State, "[]"))
        {
            File.WriteAllText(Path.Combine(environment, name), text);
        }

        Write("tasks.jsonl", tasks.Select(t => JsonSerializer.Serialize(t, ContractJson.Options)));
        Write("trajectories.jsonl", definition == Shop.Definition ? tasks.Select(t => JsonSerializer.Serialize(Trajectory(t), ContractJson.Options)) : []);
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("agentscaler-").FullName;

    public static Trajectory Trajectory(TaskSpecification task) => new(
        TrajectoryId.Of(task.Id, 0, 0, "scripted"), task.Id, "shop", 0, 0, "scripted", TrajectoryOrigin.Scripted,
        ShopTasks.Golden(task).Messages, task.GoldenState, task.GoldenDiff, TrajectoryOutcome.Completed,
        new TrajectoryProvenance("scripted", "scripted", [], [], ["Apache-2.0"]));

    public string Write(string name, IEnumerable<string> lines)
    {
        var path = Path.Combine(Folder, name);
        File.WriteAllLines(path, lines);
        return path;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
