using System.CommandLine;
using AgentScaler.Standalone.Commands;

namespace AgentScaler.Standalone;

/// <summary>Every command of the product; each stands in a file of its own.</summary>
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
    /// <returns>0 done, 1 the work failed, 2 wrong usage or unusable input, 3 a server out of reach, 130 cancelled.</returns>
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
                // Ctrl-C lets the work in hand come to its end; what is not finished is continued by the next call.
                ProcessTerminationTimeout = TimeSpan.FromSeconds(30),
            },
            cancellationToken);
    }

    /// <summary>A command's name after those of the commands it stands under, each followed by a space; empty for the root.</summary>
    private static string PathOf(Command command) => command is RootCommand
        ? ""
        : string.Concat(command.Parents.OfType<Command>().Select(PathOf)) + command.Name + " ";
}
