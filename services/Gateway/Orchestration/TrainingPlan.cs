using AgentScaler.Pipeline.Runs;
using AgentScaler.Tools;

namespace AgentScaler.Gateway.Orchestration;

/// <summary>The training stages that a run's options ask for.</summary>
public sealed record TrainingPlan
{
    /// <summary>1, 2 or both, in order.</summary>
    public IReadOnlyList<int> Stages { get; init; } = [1, 2];

    public static TrainingPlan Of(RunDocument run) => run.OptionsOf<TrainingPlan>(PipelineStage.Train, ContractJson.Options);
}
