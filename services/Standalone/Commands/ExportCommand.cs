using System.CommandLine;
using System.Text.Json;
using AgentScaler.Exports;
using AgentScaler.Exports.Packages;
using AgentScaler.Tools;
using AgentScaler.Trajectories.Workspaces;

namespace AgentScaler.Standalone.Commands;

/// <summary>Datasets for other stacks.</summary>
internal static class ExportCommand
{
    public static Command Create()
    {
        string[] words = [.. ExportFormats.All, EnvironmentPackager.Word];
        var (workspace, format) = (CommonOptions.Workspace(), CommonOptions.Format());
        var stack = new Option<string>("--as") { Description = "The stack that will read them.", Required = true, HelpName = string.Join('|', words) };
        stack.AcceptOnlyFromAmong(words);
        var folder = new Option<string>("--out") { Description = "Where to write.", Required = true, HelpName = "DIR" };
        var command = new Command("export", "Writes the datasets in another stack's format, with a dataset card; or the environments as packages for Python trainers.") { workspace, stack, folder, format };
        command.SetBody(async (result, cancellationToken) =>
        {
            var output = result.InvocationConfiguration.Output;
            var json = result.GetValue(format) == OutputFormat.Json;
            try
            {
                await output.WriteLineAsync(result.GetValue(stack) == EnvironmentPackager.Word
                    ? await EnvironmentsAsync(result.GetValue(workspace)!, result.GetValue(folder)!, json, cancellationToken)
                    : await DatasetsAsync(
                        result.GetValue(workspace)!, result.GetValue(stack)!, result.GetValue(folder)!, json, result.InvocationConfiguration.Error, cancellationToken));
            }
            catch (Exception exception) when (exception is ExportException or WorkspaceException)
            {
                throw CommandException.Usage(exception.Message);
            }

            return ExitCode.Done;
        });
        return command;
    }

    /// <summary>What the format has no place for was left out of what was written, and is said.</summary>
    internal static async Task WarnAsync(ExportSummary summary, TextWriter error)
    {
        foreach (var loss in summary.Losses)
        {
            await error.WriteLineAsync($"warning: {loss}");
        }
    }

    private static async Task<string> DatasetsAsync(string workspace, string stack, string folder, bool json, TextWriter error, CancellationToken cancellationToken)
    {
        var summary = await new DatasetExporter().ExportAsync(workspace, ExportFormats.Parse(stack)!.Value, folder, cancellationToken);
        await WarnAsync(summary, error);
        return json
            ? JsonSerializer.Serialize(summary, ContractJson.Options)
            : $"{summary.Rows} rows of {summary.Tasks} tasks in {summary.Domains} domains:\n{string.Join('\n', summary.Files.Select(file => $"  {file.Path}: {file.Rows} rows"))}";
    }

    private static async Task<string> EnvironmentsAsync(string workspace, string folder, bool json, CancellationToken cancellationToken)
    {
        var packages = await new EnvironmentPackager(new WorkspaceReader(workspace)).WriteAsync(folder, cancellationToken);
        return json
            ? JsonSerializer.Serialize(packages, ContractJson.Options)
            : $"{packages.Count} packages:\n{string.Join('\n', packages.Select(p => $"  {p.Domain}: {p.Distribution}, {p.Train} tasks to train on, {p.Validation} held back"))}";
    }
}
