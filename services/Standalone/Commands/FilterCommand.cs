using System.CommandLine;
using System.CommandLine.Invocation;
using System.Text.Json;
using AgentScaler.Filtering.Workspaces;
using AgentScaler.Judging;
using AgentScaler.Tools;
using AgentScaler.Trajectories.Workspaces;

namespace AgentScaler.Standalone.Commands;

/// <summary>Runs the stage filter, or only the judge if a file of foreign trajectories is given.</summary>
internal static class FilterCommand
{
    /// <param name="command">The command of the stage.</param>
    public static Command Create(Command command)
    {
        var stage = (AsynchronousCommandLineAction)command.Action!;
        var trajectories = new Option<string?>("--trajectories")
        {
            Description = "Judge this file (id, task, messages a line) against the workspace's tasks.",
            HelpName = "FILE"
        };
        var output = new Option<string?>("--out") { Description = "With --trajectories: where the verdicts go.", HelpName = "FILE" };
        command.Options.Add(trajectories);
        command.Options.Add(output);
        command.SetBody(async (result, cancellationToken) =>
        {
            var file = result.GetValue(trajectories);
            if (file is null)
            {
                return await stage.InvokeAsync(result, cancellationToken);
            }

            var verdicts = result.GetValue(output) ?? throw CommandException.Usage("--trajectories needs --out FILE.");
            var match = result.GetValue<string>("--read-only-match") == "equivalent" ? ReadOnlyMatch.Equivalent : ReadOnlyMatch.Exact;
            var filter = new ForeignFilter(new WorkspaceReader(result.GetValue<string>("--workspace")!), new TrajectoryJudge());
            ForeignSummary summary;
            try
            {
                summary = await filter.JudgeAsync(file, verdicts, new JudgeOptions { ReadOnlyMatch = match }, cancellationToken);
            }
            catch (WorkspaceException exception)
            {
                throw CommandException.Usage(exception.Message);
            }

            foreach (var problem in summary.Problems)
            {
                await result.InvocationConfiguration.Error.WriteLineAsync($"warning: {problem}");
            }

            await result.InvocationConfiguration.Output.WriteLineAsync(result.GetValue<OutputFormat>("--format") == OutputFormat.Json
                ? JsonSerializer.Serialize(summary, ContractJson.Options)
                : $"{summary.Judged} judged, {summary.Accepted} accepted{string.Concat(summary.Reasons.Select(r => $"; {r.Key} {r.Value}"))}; verdicts in {verdicts}");
            return summary.Judged == 0 && summary.Problems.Count > 0 ? ExitCode.Usage : ExitCode.Done;
        });
        return command;
    }
}
