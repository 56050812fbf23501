using System.CommandLine;
using System.Text.Json;
using AgentScaler.Filtering.Exports;
using AgentScaler.Tools;

namespace AgentScaler.Standalone.Commands;

/// <summary>Datasets for other stacks.</summary>
internal static class ExportCommand
{
    public static Command Create()
    {
        var (workspace, format) = (CommonOptions.Workspace(), CommonOptions.Format());
        var stack = new Option<string>("--as") { Description = "The stack that will read them.", Required = true, HelpName = string.Join('|', ExportFormats.All) };
        stack.AcceptOnlyFromAmong([.. ExportFormats.All]);
        var folder = new Option<string>("--out") { Description = "Where to write.", Required = true, HelpName = "DIR" };
        var command = new Command("export", "Writes the datasets in another stack's format, with a dataset card.") { workspace, stack, folder, format };
        command.SetBody(async (result, cancellationToken) =>
        {
            ExportSummary summary;
            try
            {
                summary = await new DatasetExporter().ExportAsync(
                    result.GetValue(workspace)!, ExportFormats.Parse(result.GetValue(stack)!)!.Value, result.GetValue(folder)!, cancellationToken);
            }
            catch (ExportException exception)
            {
                throw CommandException.Usage(exception.Message);
            }

            var output = result.InvocationConfiguration.Output;
            await output.WriteLineAsync(result.GetValue(format) == OutputFormat.Json
                ? JsonSerializer.Serialize(summary, ContractJson.Options)
                : $"{summary.Rows} rows of {summary.Tasks} tasks in {summary.Domains} domains:\n{string.Join('\n', summary.Files.Select(file => $"  {file}"))}");
            return ExitCode.Done;
        });
        return command;
    }
}
