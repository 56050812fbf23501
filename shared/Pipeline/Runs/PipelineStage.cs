namespace AgentScaler.Pipeline.Runs;

/// <summary>The stages of the pipeline, in order.</summary>
public enum PipelineStage
{
    Collect,
    Cluster,
    Materialize,
    Tasks,
    Rollout,
    Filter,
    Train,
    Evaluate,
}
