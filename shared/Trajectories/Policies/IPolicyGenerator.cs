namespace AgentScaler.Trajectories.Policies;

/// <summary>
/// Generates an assistant message from a policy: a checkpoint of ours in this process or behind an endpoint. Safe
/// for concurrent calls; concurrent requests are batched.
/// </summary>
public interface IPolicyGenerator
{
    /// <exception cref="PolicyUnavailableException">The policy does not exist, or cannot be run here.</exception>
    Task<PolicyReply> GenerateAsync(PolicyRequest request, CancellationToken cancellationToken);
}
