namespace AgentScaler.Trajectories.Policies;

/// <summary>Thrown when a policy cannot be used: there is no such checkpoint, or this machine cannot run it.</summary>
public sealed class PolicyUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
