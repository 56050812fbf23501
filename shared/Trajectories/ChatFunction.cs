namespace AgentScaler.Trajectories;

/// <summary>The function that an assistant calls; arguments are JSON text, kept as the agent wrote them.</summary>
public sealed record ChatFunction(string Name, string Arguments);
