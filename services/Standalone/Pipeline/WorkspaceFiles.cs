namespace AgentScaler.Standalone.Pipeline;

/// <summary>Names of the workspace's files.</summary>
internal static class WorkspaceFiles
{
    /// <summary>Id of a workspace's run. A workspace has only one.</summary>
    public const string Run = "workspace";

    public const string Store = "agentscaler.db";

    public static string StoreOf(string workspace) => Path.Combine(workspace, Store);
}
