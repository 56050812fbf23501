namespace AgentScaler.Trajectories.Workspaces;

/// <summary>Thrown when a file of the workspace is missing or broken. The message names file, place and remedy.</summary>
public sealed class WorkspaceException(string message) : Exception(message);
