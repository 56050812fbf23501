namespace AgentScaler.Exports;

/// <summary>A kind of export that the command line offers: a dataset format, or packages of environments.</summary>
public interface IExport
{
    /// <summary>The name on the command line.</summary>
    string Word { get; }

    /// <summary>Exports a workspace into a folder, which is created if it is missing.</summary>
    /// <exception cref="ExportException">There is nothing to export, or it is broken. The message names the file.</exception>
    /// <exception cref="Trajectories.Workspaces.WorkspaceException">A file of the workspace is missing or broken.</exception>
    Task<ExportOutcome> WriteAsync(string workspace, string folder, CancellationToken cancellationToken);
}
