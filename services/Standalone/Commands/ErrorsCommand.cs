using System.CommandLine;
using System.Text.Json;
using AgentScaler.Gateway.Orchestration;
using AgentScaler.Hosting.Documents;
using AgentScaler.Hosting.Runs;
using AgentScaler.Standalone.Pipeline;
using AgentScaler.Storage;
using AgentScaler.Tools;

namespace AgentScaler.Standalone.Commands;

/// <summary>Work that died: what it was and why; and trying it again.</summary>
internal static class ErrorsCommand
{
    public static Command Create() => new("errors", "Dead work.") { List(), Replay() };

    private static Command List()
    {
        var workspace = CommonOptions.Workspace();
        var format = CommonOptions.Format();
        var command = new Command("list", "Lists the units of work that died, and why.") { workspace, format };
        command.SetBody(async (result, cancellationToken) =>
        {
            await using var services = WorkspaceCommand.Open(result.GetValue(workspace)!);
            var output = result.InvocationConfiguration.Output;
            var store = services.GetRequiredService<IDocumentStore>();
            await foreach (var document in store.StreamAsync(Collections.DeadWork, WorkspaceFiles.Run, null, cancellationToken))
            {
                var dead = document.Read<DeadWorkDocument>();
                await output.WriteLineAsync(result.GetValue(format) == OutputFormat.Json
                    ? JsonSerializer.Serialize(new { document.Id, Stage = dead.Stage.Name(), dead.Message, dead.Body, dead.Reason, dead.Kind }, ContractJson.Options)
                    : $"{document.Id}  {dead.Stage.Name()}  {dead.Message} {dead.Body.GetRawText()}  {dead.Kind}: {dead.Reason}");
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static Command Replay()
    {
        var common = new PipelineOptions();
        var command = new Command("replay", "Tries dead work again, and redoes what was concluded without it.");
        common.AddTo(command);
        command.SetBody(async (result, cancellationToken) =>
        {
            var folder = result.GetValue(common.Workspace)!;
            RunDocument run;
            await using (var services = WorkspaceCommand.Open(folder))
            {
                var runs = services.GetRequiredService<RunRepository>();
                run = await runs.FindAsync(WorkspaceFiles.Run, cancellationToken)
                    ?? throw CommandException.Usage($"nothing has been run in workspace '{folder}'.");
                var revived = await ActivatorUtilities.CreateInstance<RunPlanner>(services).ReviveAsync(run.Id, cancellationToken);
                if (revived == 0)
                {
                    await result.InvocationConfiguration.Error.WriteLineAsync("there is no dead work.");
                    return ExitCode.Done;
                }
            }

            return await PipelineCommand.ContinueAsync(folder, common, result, cancellationToken);
        });
        return command;
    }
}
