namespace AgentScaler.Standalone;

/// <summary>Ends a command early with a message for the user and an exit code.</summary>
public sealed class CommandException(int exitCode, string message) : Exception(message)
{
    public int ExitCode { get; } = exitCode;

    public static CommandException Usage(string message) => new(Standalone.ExitCode.Usage, message);

    public static CommandException Failed(string message) => new(Standalone.ExitCode.Failed, message);
}
