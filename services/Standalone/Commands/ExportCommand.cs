using System.CommandLine;
using System.Text.Json;
using AgentScaler.Exports;
using AgentScaler.Tools;
using AgentScaler.Trajectories.Workspaces;

namespace AgentScaler.Standalone.Commands;

/// <summary>Exports datasets and environments for other stacks.</summary>
internal static class ExportCommand
{
    public static Command Create()
    {
        var exports = ExportRegistry.All.ToDictionary(export => export.Word, StringComparer.Ordinal);
        string[] words = [.. ExportRegistry.All.Select(export => export.Word)];
        var (workspace, format) = (CommonOptions.Workspace(), CommonOptions.Format());
        var stack = new Option<string>("--as") { Description = "The stack that will read them.", Required = true, HelpName = string.Join('|', words) };
        stack.AcceptOnlyFromAmong(words);
        var folder = new Option<string>("--out") { Description = "Where to write.", Required = true, HelpName = "DIR" };
        var command = new Command("export",
            "Writes the datasets in another stack's format, with a dataset card; or the environments as packages for Python trainers.") { workspace, stack,
            folder, format };
        command.SetBody(async (result, cancellationToken) =>
        {
            try
            {
                var outcome = await exports[result.GetValue(stack)!].WriteAsync(result.GetValue(workspace)!, result.GetValue(folder)!, cancellationToken);
                await WriteAsync(outcome, result.GetValue(format), result.InvocationConfiguration.Output, result.InvocationConfiguration.Error);
            }
            catch (Exception exception) when (exception is ExportException or WorkspaceException)
            {
                throw CommandException.Usage(exception.Message);
            }

            return ExitCode.Done;
        });
        return command;
    }

    /// <summary>Reports what was written, and on standard error what was left out.</summary>
    internal static async Task WriteAsync(ExportOutcome outcome, OutputFormat format, TextWriter output, TextWriter error)
    {
        foreach (var warning in outcome.Warnings)
        {
            await error.WriteLineAsync($"warning: {warning}");
        }

        await output.WriteLineAsync(format == OutputFormat.Json
            ? JsonSerializer.Serialize(outcome.Document, outcome.Document.GetType(), ContractJson.Options)
            : outcome.Text);
    }
}
