using System.Text.Json;

namespace AgentScaler.Hosting.Runs;

/// <summary>How stages are called in options, documents and on the command line.</summary>
public static class StageNames
{
    /// <summary>collect, cluster, materialize, tasks, rollout, filter, train, evaluate.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Enum.GetValues<PipelineStage>().Select(Name)];

    public static string Name(this PipelineStage stage) => JsonNamingPolicy.SnakeCaseLower.ConvertName(stage.ToString());

    public static bool TryParse(string name, out PipelineStage stage)
    {
        stage = default;
        var index = All.ToList().IndexOf(name);
        if (index < 0)
        {
            return false;
        }

        stage = (PipelineStage)index;
        return true;
    }
}
