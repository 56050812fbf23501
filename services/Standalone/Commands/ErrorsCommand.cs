using System.CommandLine;
using System.Text.Json;
using AgentScaler.Gateway.Orchestration;
using AgentScaler.Pipeline.Documents;
using AgentScaler.Pipeline.Runs;
using AgentScaler.Standalone.Pipeline;
using AgentScaler.Standalone.Remote;
using AgentScaler.Storage;
using AgentScaler.Tools;

namespace AgentScaler.Standalone.Commands;

/// <summary>Lists dead work with its reasons, and tries it again.</summary>
internal static class ErrorsCommand
{
    public static Command Create() => new("errors", "Dead work.") { List(), Replay() };

    private static Command List()
    {
        var workspace = CommonOptions.Workspace();
        var format = CommonOptions.Format();
        var gateway = new GatewayOption();
        var command = new Command("list", "Lists the units of work that died, and why.") { workspace, format };
        gateway.AddTo(command, withRun: true);
        command.SetBody(async (result, cancellationToken) =>
        {
            using var client = gateway.Open(result);
            if (client is not null)
            {
                var run = await client.FindAsync(result.GetValue(gateway.Run), cancellationToken);
                foreach (var unit in await client.ErrorsAsync(run.Id, cancellationToken))
                {
                    await WriteAsync(unit, result, format);
                }

                return ExitCode.Done;
            }

            await using var services = WorkspaceCommand.Open(result.GetValue(workspace)!);
            var store = services.GetRequiredService<IDocumentStore>();
            await foreach (var document in store.StreamAsync(Collections.DeadWork, WorkspaceFiles.Run, null, cancellationToken))
            {
                await WriteAsync(DeadUnit.Of(document.Id, document.Read<DeadWorkDocument>()), result, format);
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static Task WriteAsync(DeadUnit unit, ParseResult result, Option<OutputFormat> format) =>
        result.InvocationConfiguration.Output.WriteLineAsync(result.GetValue(format) == OutputFormat.Json
            ? JsonSerializer.Serialize(unit, ContractJson.Options)
            : $"{unit.Id}  {unit.Stage.Name()}  {unit.Message} {unit.Body.GetRawText()}  {unit.Kind}: {unit.Reason}");

    private static Command Replay()
    {
        var common = new PipelineOptions();
        var command = new Command("replay", "Tries dead work again, and redoes what was concluded without it.");
        var gateway = new GatewayOption();
        common.AddTo(command);
        gateway.AddTo(command, withRun: true);
        command.SetBody(async (result, cancellationToken) =>
        {
            using var client = gateway.Open(result);
            if (client is not null)
            {
                return await ReplayAsync(client, result.GetValue(gateway.Run), common, result, cancellationToken);
            }

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

    private static async Task<int> ReplayAsync(GatewayClient gateway, string? run, PipelineOptions common, ParseResult result,
        CancellationToken cancellationToken)
    {
        var found = await gateway.FindAsync(run, cancellationToken);
        if (await gateway.ReplayAsync(found.Id, cancellationToken) == 0)
        {
            await result.InvocationConfiguration.Error.WriteLineAsync("there is no dead work.");
            return ExitCode.Done;
        }

        return await new RemoteRun(gateway, result, common).FollowAsync(found.Id, cancelOnInterrupt: false, cancellationToken);
    }
}
