using Spectre.Console;

namespace AgentScaler.Standalone.Progress;

/// <summary>Chooses the view: a live table on a terminal, or plain lines if standard error is redirected.</summary>
internal static class ProgressView
{
    public static IProgressView Create(TextWriter error)
    {
        if (Console.IsErrorRedirected || !ReferenceEquals(error, Console.Error))
        {
            return new PlainProgress(error, TimeProvider.System);
        }

        return new LiveProgress(AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(error),
            ColorSystem = string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
        }));
    }
}
