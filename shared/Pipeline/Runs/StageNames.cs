using System.Text.Json;

namespace AgentScaler.Pipeline.Runs;

/// <summary>The names of the stages in options, documents and on the command line.</summary>
public static class StageNames
{
    /// <summary>All names in the order of the pipeline: collect, cluster, materialize, tasks, rollout, filter, train, evaluate.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Enum.GetValues<PipelineStage>().Select(Name)];

    public static string Name(this PipelineStage stage) => JsonNamingPolicy.SnakeCaseLower.ConvertName(stage.ToString());

    public static bool TryParse(string name, out PipelineStage stage)
    {
        foreach (var candidate in Enum.GetValues<PipelineStage>())
        {
            if (candidate.Name() == name)
            {
                stage = candidate;
                return true;
            }
        }

        stage = default;
        return false;
    }
}
