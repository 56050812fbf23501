namespace AgentScaler.Trajectories.Policies;

/// <summary>
/// Generates an assistant message from a policy: one of our checkpoints, in this process or behind an endpoint. It is safe for concurrent calls, and
/// concurrent requests are batched.
/// </summary>
public interface IPolicyGenerator
{
    /// <exception cref="PolicyUnavailableException">The policy does not exist, or cannot be run here.</exception>
    Task<PolicyReply> GenerateAsync(PolicyRequest request, CancellationToken cancellationToken);
}
