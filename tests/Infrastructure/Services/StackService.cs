namespace AgentScaler.TestInfrastructure.Services;

/// <summary>The services that run as processes of their own.</summary>
public enum StackService
{
    Gateway,
    Training,
    Collection,
    Clustering,
    Materialization,
    Tasks,
    Rollout,
    Filtering,
}
