using System.CommandLine;
using System.Text.Json;
using AgentScaler.Filtering;
using AgentScaler.Filtering.Auditing;
using AgentScaler.Filtering.Workspaces;
using AgentScaler.Tools;

namespace AgentScaler.Standalone.Commands;

/// <summary>The filter's own precision and recall, by planted cases.</summary>
internal static class AuditCommand
{
    public static Command Create()
    {
        var (workspace, seed) = (CommonOptions.Workspace(), CommonOptions.Seed());
        var cases = new Option<int>("--cases") { Description = "How many cases are planted.", DefaultValueFactory = _ => new AuditOptions().Cases, HelpName = "N" };
        var command = new Command("audit", "Plants corruptions and harmless variations in accepted trajectories and prints the filter's precision and recall.") { workspace, cases, seed };
        command.SetBody(async (result, cancellationToken) =>
        {
            try
            {
                var options = new AuditOptions { Cases = result.GetValue(cases), Seed = result.GetValue(seed) ?? 0 };
                var report = await new Auditor(new WorkspaceReader(result.GetValue(workspace)!), new TrajectoryJudge()).RunAsync(options, cancellationToken);
                await result.InvocationConfiguration.Output.WriteLineAsync(JsonSerializer.Serialize(report, ContractJson.Options));
                return ExitCode.Done;
            }
            catch (Exception exception) when (exception is WorkspaceException or AuditException)
            {
                throw CommandException.Usage(exception.Message);
            }
        });
        return command;
    }
}
