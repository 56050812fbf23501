using System.CommandLine;
using System.Data.Common;
using System.Text.Json;
using AgentScaler.Gateway.Reports;

namespace AgentScaler.Standalone.Commands;

/// <summary>Runs the body of a command and turns its exceptions into a message and an exit code.</summary>
internal static class CommandBody
{
    private const int LongestMessage = 1000;

    public static void SetBody(this Command command, Func<ParseResult, CancellationToken, Task<int>> body) =>
        command.SetAction(async (result, cancellationToken) =>
        {
            var error = result.InvocationConfiguration.Error;
            try
            {
                return await body(result, cancellationToken);
            }
            catch (CommandException exception)
            {
                await error.WriteLineAsync($"error: {exception.Message}");
                return exception.ExitCode;
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                await error.WriteLineAsync("cancelled; run the same command again to continue.");
                return ExitCode.Cancelled;
            }
            catch (Exception exception) when (exception is HttpRequestException or HttpIOException)
            {
                await error.WriteLineAsync($"error: a server is out of reach: {OneLine.Of(exception.GetBaseException().Message, LongestMessage)}");
                return ExitCode.Unreachable;
            }
            catch (DbException exception)
            {
                await error.WriteLineAsync(
                    $"error: the workspace's store cannot be used: {OneLine.Of(exception.Message, LongestMessage)}; "
                    + "free space on its disk, restore agentscaler.db from a copy, or begin again in a new workspace.");
                return ExitCode.Failed;
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException or ArgumentException)
            {
                await error.WriteLineAsync($"error: {exception.Message}");
                return ExitCode.Failed;
            }
        });
}
