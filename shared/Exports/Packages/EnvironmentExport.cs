using AgentScaler.Trajectories.Workspaces;

namespace AgentScaler.Exports.Packages;

/// <summary>Exports the environments of a workspace as packages for Python trainers.</summary>
public sealed class EnvironmentExport : IExport
{
    public string Word => "environments";

    public async Task<ExportOutcome> WriteAsync(string workspace, string folder, CancellationToken cancellationToken)
    {
        var packages = await new EnvironmentPackager(new WorkspaceReader(workspace)).WriteAsync(folder, cancellationToken);
        var lines = string.Join('\n', packages.Select(p => $"  {p.Domain}: {p.Distribution}, {p.Train} tasks to train on, {p.Validation} held back"));
        return new ExportOutcome(packages, $"{packages.Count} packages:\n{lines}", []);
    }
}
