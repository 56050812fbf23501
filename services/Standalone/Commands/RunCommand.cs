using System.CommandLine;
using AgentScaler.Pipeline;
using AgentScaler.Pipeline.Runs;
using AgentScaler.Standalone.Pipeline;
using AgentScaler.Standalone.Remote;

namespace AgentScaler.Standalone.Commands;

/// <summary>Runs the whole pipeline.</summary>
internal static class RunCommand
{
    public static Command Create()
    {
        var common = new PipelineOptions();
        var source = CommonOptions.Source(required: false);
        var until = new Option<string>("--until")
        {
            Description = "The last stage that runs.",
            DefaultValueFactory = _ => PipelineStages.All[^1].Name,
            HelpName = "STAGE",
        };
        until.AcceptOnlyFromAmong([.. StageNames.All]);
        var gateway = new GatewayOption();
        var interrupt = new Option<string>("--on-interrupt")
        {
            Description = "With --gateway: what Ctrl-C does to the run.",
            DefaultValueFactory = _ => "leave",
            HelpName = "leave|cancel"
        };
        interrupt.AcceptOnlyFromAmong("leave", "cancel");
        var command = new Command("run", "Runs the whole pipeline; without a source, on the corpus that ships with the project.") { source, until };
        common.AddTo(command);
        gateway.AddTo(command, withRun: false);
        command.Options.Add(interrupt);
        command.SetBody(async (result, cancellationToken) =>
        {
            StageNames.TryParse(result.GetValue(until)!, out var last);
            var sources = result.GetValue(source) is { Length: > 0 } given ? given : [Samples.Folder];
            using var client = gateway.Open(result);
            if (client is not null)
            {
                return await new RemoteRun(client, result, common)
                    .ExecuteAsync(sources, last.Name(), result.GetValue(interrupt) == "cancel", cancellationToken);
            }

            var request = new RunRequest(result.GetValue(common.Workspace)!, last)
            {
                Sources = sources,
                Seed = result.GetValue(common.Seed),
                Config = result.GetValue(common.Config),
                WholePipeline = true,
            };
            return await PipelineCommand.ExecuteAsync(request, common, result, cancellationToken);
        });
        return command;
    }
}
