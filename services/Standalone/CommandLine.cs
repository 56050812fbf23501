using System.CommandLine;
using AgentScaler.Standalone.Commands;

namespace AgentScaler.Standalone;

/// <summary>Builds the command line from all commands. Each command has its own file.</summary>
public static class CommandLine
{
    public static RootCommand Create()
    {
        var root = new RootCommand("Builds tool-use environments from API documents, and trains agents in them.") { RunCommand.Create() };
        foreach (var stage in StageCommands.All())
        {
            root.Add(stage);
        }

        Command[] others =
        [
            ExportCommand.Create(),
            AuditCommand.Create(),
            EnvironmentCommand.Create(),
            ExplainCommand.Create(),
            ServeCommand.Create(),
            PullCommand.Create(),
            DoctorCommand.Create(),
            ErrorsCommand.Create(),
            ReportCommand.Create(),
            ConfigurationCommand.Create(),
        ];
        foreach (var command in others)
        {
            root.Add(command);
        }

        return root;
    }

    /// <summary>Runs one command line.</summary>
    /// <returns>0 done, 1 the work failed, 2 wrong usage or unusable input, 3 a server is unreachable, 130 cancelled.</returns>
    public static async Task<int> InvokeAsync(IReadOnlyList<string> args, TextWriter output, TextWriter error, CancellationToken cancellationToken = default)
    {
        var result = Create().Parse(args);
        if (result.Errors.Count > 0)
        {
            foreach (var mistake in result.Errors)
            {
                await error.WriteLineAsync($"error: {mistake.Message}");
            }

            await error.WriteLineAsync($"See 'agentscaler {PathOf(result.CommandResult.Command)}--help'.");
            return ExitCode.Usage;
        }

        return await result.InvokeAsync(
            new InvocationConfiguration
            {
                Output = output,
                Error = error,
                EnableDefaultExceptionHandler = false,
                // After Ctrl-C the current work finishes. The next call continues with the rest.
                ProcessTerminationTimeout = TimeSpan.FromSeconds(30),
            },
            cancellationToken);
    }

    /// <summary>Returns the names of a command's parents and its own, each followed by a space. Empty for the root.</summary>
    private static string PathOf(Command command) => command is RootCommand
        ? ""
        : string.Concat(command.Parents.OfType<Command>().Select(PathOf)) + command.Name + " ";
}
