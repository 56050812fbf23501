namespace AgentScaler.Trajectories.Workspaces;

/// <summary>A file of the workspace is missing or broken; the message names file, place and remedy.</summary>
public sealed class WorkspaceException(string message) : Exception(message);
