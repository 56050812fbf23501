using System.CommandLine;
using AgentScaler.Pipeline.Runs;
using AgentScaler.Standalone.Export;
using AgentScaler.Standalone.Pipeline;
using AgentScaler.Standalone.Remote;
using AgentScaler.Standalone.Reports;

namespace AgentScaler.Standalone.Commands;

/// <summary>Writes the report again from the store.</summary>
internal static class ReportCommand
{
    public static Command Create()
    {
        var workspace = CommonOptions.Workspace();
        var format = CommonOptions.Format();
        var gateway = new GatewayOption();
        var command =
            new Command("report", "Writes the workspace's files and its report again, and sums up; with --gateway, sums up a run there.") { workspace, format };
        gateway.AddTo(command, withRun: true);
        command.SetBody(async (result, cancellationToken) =>
        {
            var output = result.InvocationConfiguration.Output;
            using var client = gateway.Open(result);
            if (client is not null)
            {
                var remote = await client.FindAsync(result.GetValue(gateway.Run), cancellationToken);
                var found = await client.ReportAsync(remote.Id, cancellationToken);
                await ProblemLines.WriteAsync(found, result.InvocationConfiguration.Error);
                await Summary.WriteAsync(found, $"{client.Address}api/v1/runs/{remote.Id}/files/report.html", result.GetValue(format), output);
                return ExitCode.Done;
            }

            var folder = result.GetValue(workspace)!;
            await using var services = WorkspaceCommand.Open(folder);
            var run = await services.GetRequiredService<RunRepository>().FindAsync(WorkspaceFiles.Run, cancellationToken)
                ?? throw CommandException.Usage($"nothing has been run in workspace '{folder}'.");
            var report = await ActivatorUtilities.CreateInstance<WorkspaceExporter>(services, folder).ExportAsync(run, cancellationToken);
            await ProblemLines.WriteAsync(report, result.InvocationConfiguration.Error);
            await Summary.WriteAsync(report, Path.Combine(folder, "report.html"), result.GetValue(format), output);
            return ExitCode.Done;
        });
        return command;
    }
}
