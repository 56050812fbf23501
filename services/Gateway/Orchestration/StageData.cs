using AgentScaler.Pipeline.Runs;
using AgentScaler.Storage;

namespace AgentScaler.Gateway.Orchestration;

/// <summary>Lists the collections that hold the results of a stage. They are deleted when the stage is done again.</summary>
internal static class StageData
{
    public static IReadOnlyList<CollectionDefinition> Of(PipelineStage stage) => stage switch
    {
        PipelineStage.Collect => [Collections.Tools, Collections.RejectedTools],
        PipelineStage.Cluster => [Collections.Graphs, Collections.Domains],
        PipelineStage.Materialize => [Collections.Environments],
        PipelineStage.Tasks => [Collections.Tasks, Collections.TaskSets],
        PipelineStage.Rollout => [Collections.Trajectories],
        PipelineStage.Filter => [Collections.Verdicts, Collections.Datasets],
        PipelineStage.Train => [Collections.TrainingJobs, Collections.Checkpoints],
        PipelineStage.Evaluate => [Collections.EvaluationTasks, Collections.EvaluationTrajectories, Collections.EvaluationVerdicts, Collections.Evaluations],
        _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, null),
    };
}
