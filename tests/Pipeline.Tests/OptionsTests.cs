using System.Reflection;
using System.Text.Json;
using AgentScaler.Pipeline.Options;
using AgentScaler.Pipeline.Runs;

namespace AgentScaler.Pipeline.Tests;

/// <summary>A setting is declared once, with its default, in the record of its stage.</summary>
public sealed class OptionsTests
{
    [Fact]
    public void The_settings_of_a_stage_are_read_from_its_own_section()
    {
        var run = Run(("rollout", """{"attempts":5,"agent":"openai"}"""), ("evaluate", """{"attempts":7}"""));

        Assert.Equal((5, "openai"), (run.OptionsOf<RolloutOptions>().Attempts, run.OptionsOf<RolloutOptions>().Agent));
        Assert.Equal(7, run.OptionsOf<EvaluationOptions>().Attempts);
        Assert.Equal(new TrainingOptions().Stages, run.OptionsOf<TrainingOptions>().Stages);
    }

    [Fact]
    public void A_record_that_is_no_stages_settings_is_not_read() =>
        Assert.Contains(nameof(PolicyOptions), Assert.Throws<ArgumentException>(() => Run().OptionsOf<PolicyOptions>()).Message, StringComparison.Ordinal);

    [Fact]
    public void Every_stage_has_a_record_of_settings_beside_the_others_and_none_outside() => Assert.All(PipelineStages.All, stage =>
    {
        Assert.Equal("AgentScaler.Pipeline.Options", stage.Options.Namespace);
        Assert.NotNull(Activator.CreateInstance(stage.Options));
    });

    [Fact]
    public void A_flag_of_the_command_line_is_offered_once_a_stage() => Assert.All(PipelineStages.All, stage =>
    {
        var flags = stage.Options.GetProperties().SelectMany(property => property.GetCustomAttributes<FlagAttribute>()).Select(flag => flag.Name).ToList();
        Assert.Equal(flags.Distinct(), flags);
        Assert.All(flags, flag => Assert.StartsWith("--", flag, StringComparison.Ordinal));
    });

    [Fact]
    public void The_shapes_of_models_are_no_paths() =>
        Assert.Equal(
            TrainingOptions.Shapes,
            PipelineStages.All.SettingsWith<NamesFilesAttribute>().Single(setting => setting is { Stage.Name: "train", Setting: "model" }).Mark.Words);

    private static RunDocument Run(params (string Stage, string Options)[] sections) => new(
        "run",
        [],
        sections.ToDictionary(section => section.Stage, section => JsonDocument.Parse(section.Options).RootElement),
        0,
        PipelineStage.Evaluate,
        RunStatus.Running);
}
