using System.CommandLine;
using System.Text.Json.Nodes;
using AgentScaler.Pipeline;
using AgentScaler.Pipeline.Runs;
using AgentScaler.Standalone.Pipeline;

namespace AgentScaler.Standalone.Commands;

/// <summary>The commands that run one stage on a workspace whose earlier stages are done: one for each stage that is declared.</summary>
internal static class StageCommands
{
    public static IEnumerable<Command> All() => PipelineStages.All.Select(stage => stage.Stage switch
    {
        PipelineStage.Collect => Collect(stage),
        PipelineStage.Materialize => MaterializeCommand.Create(Create(stage)),
        PipelineStage.Filter => FilterCommand.Create(Create(stage)),
        PipelineStage.Train => Train(stage),
        _ => Create(stage),
    });

    private static Command Collect(StageDefinition stage)
    {
        var source = CommonOptions.Source(required: true);
        var command = Create(stage, result => result.GetValue(source));
        command.Options.Add(source);
        return command;
    }

    private static Command Train(StageDefinition stage)
    {
        var phase = new Option<int>("--stage")
        {
            Description = "1: on all domains. 2: on one domain, from stage 1's checkpoint.",
            Required = true,
            HelpName = "1|2",
        };
        phase.AcceptOnlyFromAmong("1", "2");
        var command = Create(
            stage,
            options: (result, section) =>
            {
                // Stage 2 continues stage 1, so stage 1 stays in the options. It is complete and is not trained again.
                section["stages"] = result.GetValue(phase) == 1 ? new JsonArray(1) : new JsonArray(1, 2);
            });
        command.Options.Add(phase);
        return command;
    }

    private static Command Create(StageDefinition stage, Func<ParseResult, string[]?>? sources = null, Action<ParseResult, JsonObject>? options = null)
    {
        var common = new PipelineOptions();
        var offered = StageOptions.Of(stage);
        var command = new Command(stage.Name, stage.Description);
        foreach (var option in offered)
        {
            command.Options.Add(option.Option);
        }

        common.AddTo(command);
        command.SetBody(async (result, cancellationToken) =>
        {
            var section = new JsonObject();
            foreach (var option in offered.Where(option => option.IsGiven(result)))
            {
                JsonSections.Set(section, option.Key, option.Read(result));
            }

            options?.Invoke(result, section);
            var request = new RunRequest(result.GetValue(common.Workspace)!, stage.Stage)
            {
                Sources = sources?.Invoke(result) ?? [],
                Seed = result.GetValue(common.Seed),
                Config = result.GetValue(common.Config),
                Options = section,
            };
            return await PipelineCommand.ExecuteAsync(request, common, result, cancellationToken);
        });
        return command;
    }
}
