namespace AgentScaler.Trajectories;

/// <summary>The function that an assistant calls. The arguments are the JSON text that the agent wrote.</summary>
public sealed record ChatFunction(string Name, string Arguments);
