using AgentScaler.Hosting.Stores;
using AgentScaler.Standalone.Pipeline;

namespace AgentScaler.Standalone.Commands;

/// <summary>Commands that read a workspace's store without running the pipeline.</summary>
internal static class WorkspaceCommand
{
    /// <exception cref="CommandException">The folder holds no store.</exception>
    public static ServiceProvider Open(string workspace)
    {
        if (!File.Exists(WorkspaceFiles.StoreOf(workspace)))
        {
            throw CommandException.Usage($"workspace '{workspace}' holds no {WorkspaceFiles.Store}; run 'agentscaler run --workspace {workspace}' first.");
        }

        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Storage:Sqlite:Path"] = Path.GetFullPath(WorkspaceFiles.StoreOf(workspace)),
        }).Build();
        return new ServiceCollection().AddStore(configuration).BuildServiceProvider();
    }
}
