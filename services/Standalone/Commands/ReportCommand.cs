using System.CommandLine;
using AgentScaler.Hosting.Runs;
using AgentScaler.Standalone.Export;
using AgentScaler.Standalone.Pipeline;
using AgentScaler.Standalone.Reports;

namespace AgentScaler.Standalone.Commands;

/// <summary>The report again, from the store.</summary>
internal static class ReportCommand
{
    public static Command Create()
    {
        var workspace = CommonOptions.Workspace();
        var format = CommonOptions.Format();
        var command = new Command("report", "Writes the workspace's files and its report again, and sums up.") { workspace, format };
        command.SetBody(async (result, cancellationToken) =>
        {
            var folder = result.GetValue(workspace)!;
            await using var services = WorkspaceCommand.Open(folder);
            var run = await services.GetRequiredService<RunRepository>().FindAsync(WorkspaceFiles.Run, cancellationToken)
                ?? throw CommandException.Usage($"nothing has been run in workspace '{folder}'.");
            var report = await ActivatorUtilities.CreateInstance<WorkspaceExporter>(services, folder).ExportAsync(run, cancellationToken);
            await Summary.WriteAsync(report, folder, result.GetValue(format), result.InvocationConfiguration.Output);
            return ExitCode.Done;
        });
        return command;
    }
}
