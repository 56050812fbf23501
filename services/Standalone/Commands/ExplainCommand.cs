using System.CommandLine;
using AgentScaler.Judging;
using AgentScaler.Standalone.Explaining;
using AgentScaler.Tools;
using AgentScaler.Trajectories.Workspaces;

namespace AgentScaler.Standalone.Commands;

/// <summary>Explains why a trajectory is judged as it is, or how a task, tool or domain was built.</summary>
internal static class ExplainCommand
{
    public static Command Create()
    {
        var (workspace, format) = (CommonOptions.Workspace(), CommonOptions.Format());
        var subject = new Argument<string>("subject")
        {
            Description = "The id of a trajectory or a task, the name of a tool, or the slug of a domain.",
            HelpName = "SUBJECT"
        };
        var match = new Option<string>("--read-only-match")
        {
            Description = "How the verdict compares tasks that only read, as in 'filter'.",
            DefaultValueFactory = _ => "exact",
            HelpName = "exact|equivalent"
        };
        match.AcceptOnlyFromAmong("exact", "equivalent");
        var command = new Command("explain", "Says why a trajectory, task, tool or domain is judged or built as it is.") { subject, workspace, match, format };
        command.SetBody(async (result, cancellationToken) =>
        {
            var options = new JudgeOptions { ReadOnlyMatch = result.GetValue(match) == "equivalent" ? ReadOnlyMatch.Equivalent : ReadOnlyMatch.Exact };
            try
            {
                var explained = await new WorkspaceExplainer(result.GetValue(workspace)!, options).ExplainAsync(result.GetValue(subject)!, cancellationToken);
                var output = result.InvocationConfiguration.Output;
                if (result.GetValue(format) == OutputFormat.Json)
                {
                    await output.WriteLineAsync(explained.ToJson().ToJsonString(ContractJson.Options));
                }
                else
                {
                    await explained.WriteAsync(output);
                }
            }
            catch (WorkspaceException exception)
            {
                throw CommandException.Usage(exception.Message);
            }

            return ExitCode.Done;
        });
        return command;
    }
}
