using System.CommandLine;
using AgentScaler.Hosting.Runs;
using AgentScaler.Standalone.Pipeline;

namespace AgentScaler.Standalone.Commands;

/// <summary>The whole pipeline.</summary>
internal static class RunCommand
{
    public static Command Create()
    {
        var common = new PipelineOptions();
        var source = CommonOptions.Source(required: false);
        var until = new Option<string>("--until")
        {
            Description = "The last stage that runs.",
            DefaultValueFactory = _ => PipelineStage.Evaluate.Name(),
            HelpName = "STAGE",
        };
        until.AcceptOnlyFromAmong([.. StageNames.All]);
        var command = new Command("run", "Runs the whole pipeline; without a source, on the corpus that ships with the project.") { source, until };
        common.AddTo(command);
        command.SetBody(async (result, cancellationToken) =>
        {
            StageNames.TryParse(result.GetValue(until)!, out var last);
            var sources = result.GetValue(source) is { Length: > 0 } given ? given : [Samples.Folder];
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
