using System.CommandLine;
using AgentScaler.Standalone.Remote;

namespace AgentScaler.Standalone.Commands;

/// <summary>Downloads a run's workspace files from a running stack.</summary>
internal static class PullCommand
{
    public static Command Create()
    {
        var workspace = CommonOptions.Workspace();
        var gateway = new GatewayOption(required: true);
        var command = new Command("pull", "Brings a run's workspace files down from a running stack; interrupted, the same command continues.") { workspace };
        gateway.AddTo(command, withRun: true);
        command.SetBody(async (result, cancellationToken) =>
        {
            var folder = result.GetValue(workspace)!;
            using var client = gateway.Open(result)!;
            var run = await client.FindAsync(result.GetValue(gateway.Run), cancellationToken);
            var (files, fetched) = await new WorkspacePull(client, folder).ExecuteAsync(run.Id, cancellationToken);
            await result.InvocationConfiguration.Error.WriteLineAsync($"run {run.Id}: {files} files in {folder}, {fetched} of them new.");
            return ExitCode.Done;
        });
        return command;
    }
}
