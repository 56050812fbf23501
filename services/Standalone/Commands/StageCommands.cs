using System.CommandLine;
using System.Text.Json.Nodes;
using AgentScaler.Pipeline.Runs;
using AgentScaler.Standalone.Pipeline;

namespace AgentScaler.Standalone.Commands;

/// <summary>The commands that run one stage on a workspace whose earlier stages are done.</summary>
internal static class StageCommands
{
    public static Command Collect()
    {
        var source = CommonOptions.Source(required: true);
        var command = Create(PipelineStage.Collect, "Imports API documents and keeps the tools that are clean.", StageOptionSets.Collect, result => result.GetValue(source));
        command.Options.Add(source);
        return command;
    }

    public static Command Cluster() =>
        Create(PipelineStage.Cluster, "Builds the tool graph and cuts it into domains.", StageOptionSets.Cluster);

    public static Command Materialize() =>
        Create(PipelineStage.Materialize, "Gives each domain its database, its tool programs and its proofs.", StageOptionSets.Materialize);

    public static Command Tasks() =>
        Create(PipelineStage.Tasks, "Makes verifiable tasks: golden paths, golden states, intents.", StageOptionSets.Tasks);

    public static Command Rollout() =>
        Create(PipelineStage.Rollout, "Plays every task: simulated user, agent, environment.", StageOptionSets.Rollout);

    public static Command Filter() =>
        Create(PipelineStage.Filter, "Judges trajectories and builds the datasets.", StageOptionSets.Filter);

    public static Command Train()
    {
        var stage = new Option<int>("--stage") { Description = "1: on all domains. 2: on one domain, from stage 1's checkpoint.", Required = true, HelpName = "1|2" };
        stage.AcceptOnlyFromAmong("1", "2");
        var command = Create(
            PipelineStage.Train,
            "Trains a policy on the accepted trajectories.",
            StageOptionSets.Train,
            options: (result, section) =>
            {
                // Stage 2 continues stage 1, so stage 1 stays wanted: it is there already and is not trained again.
                section["stages"] = result.GetValue(stage) == 1 ? new JsonArray(1) : new JsonArray(1, 2);
            });
        command.Options.Add(stage);
        return command;
    }

    public static Command Evaluate() =>
        Create(PipelineStage.Evaluate, "Evaluates policies on held-out tasks by pass^k.", StageOptionSets.Evaluate);

    private static Command Create(
        PipelineStage stage,
        string description,
        IReadOnlyList<StageOption> offered,
        Func<ParseResult, string[]?>? sources = null,
        Action<ParseResult, JsonObject>? options = null)
    {
        var common = new PipelineOptions();
        var command = new Command(stage.Name(), description);
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
            var request = new RunRequest(result.GetValue(common.Workspace)!, stage)
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
