using System.CommandLine;
using System.Text.Json;
using AgentScaler.Filtering;
using AgentScaler.Filtering.Workspaces;
using AgentScaler.Tools;

namespace AgentScaler.Standalone.Commands;

/// <summary>The stage filter; or, with a file of trajectories from elsewhere, their verdicts.</summary>
internal static class FilterCommand
{
    public static Command Create()
    {
        var trajectories = new Option<string?>("--trajectories") { Description = "Judge this file of trajectories against the workspace's tasks instead of running the stage.", HelpName = "FILE" };
        var verdicts = new Option<string?>("--out") { Description = "Where the verdicts on that file are written.", HelpName = "FILE" };
        var readOnlyMatch = StageOptionSets.Filter[0];
        var workspace = default(Option<string>);
        var command = StageCommands.Filter(async (result, cancellationToken) =>
        {
            if (result.GetValue(trajectories) is not { } file)
            {
                return null;
            }

            if (result.GetValue(verdicts) is not { } output)
            {
                throw CommandException.Usage("--trajectories needs --out FILE for the verdicts.");
            }

            return await JudgeAsync(result, result.GetValue(workspace!)!, file, output, readOnlyMatch, cancellationToken);
        });
        workspace = (Option<string>)command.Options.Single(option => option.Name == "--workspace");
        command.Options.Add(trajectories);
        command.Options.Add(verdicts);
        command.Validators.Add(result =>
        {
            if (result.GetResult(verdicts) is not null && result.GetResult(trajectories) is null)
            {
                result.AddError("--out belongs to --trajectories.");
            }
        });
        return command;
    }

    private static async Task<int?> JudgeAsync(
        ParseResult result, string workspace, string file, string output, StageOption readOnlyMatch, CancellationToken cancellationToken)
    {
        var match = readOnlyMatch.IsGiven(result) && readOnlyMatch.Read(result)!.GetValue<string>() == "equivalent" ? ReadOnlyMatch.Equivalent : ReadOnlyMatch.Exact;
        try
        {
            var filter = new ForeignFilter(new WorkspaceReader(workspace), new TrajectoryJudge());
            var summary = await filter.JudgeAsync(file, output, new JudgeOptions { ReadOnlyMatch = match }, cancellationToken);
            await result.InvocationConfiguration.Output.WriteLineAsync(JsonSerializer.Serialize(summary, ContractJson.Options));
            return ExitCode.Done;
        }
        catch (Exception exception) when (exception is WorkspaceException or FileNotFoundException)
        {
            throw CommandException.Usage(exception.Message);
        }
    }
}
