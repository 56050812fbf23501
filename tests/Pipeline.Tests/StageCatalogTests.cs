using AgentScaler.Contracts;
using AgentScaler.Contracts.Messages;
using AgentScaler.Pipeline.Options;
using AgentScaler.Pipeline.Runs;
using AgentScaler.Storage;

namespace AgentScaler.Pipeline.Tests;

/// <summary>A stage is declared once, and every list of stages is a question to the declarations.</summary>
public sealed class StageCatalogTests
{
    private static readonly CollectionDefinition Rewards = new("rewards", "task");

    /// <summary>A ninth stage, which only this test declares.</summary>
    private static readonly StageDefinition Reinforce = new((PipelineStage)8)
    {
        Name = "reinforce",
        Description = "Rewards a policy.",
        Options = typeof(ReinforcementOptions),
        Results = [Rewards],
        Work = [WorkDeclaration.Of<ReinforcementRequested>()],
        Services = ["agentscaler-reinforcement"],
        Section = "reinforcement",
        Files = [new("rewards.jsonl", Rewards)],
        Figures = [.. StageFigure.Both("steps")],
        Traced = Rewards,
    };

    private static StageCatalog Nine { get; } = new([.. PipelineStages.All, Reinforce]);

    [Fact]
    public void Every_stage_is_declared_once_in_the_order_of_the_pipeline()
    {
        Assert.Equal(Enum.GetValues<PipelineStage>(), PipelineStages.All.Select(stage => stage.Stage));
        Assert.Equal(StageNames.All, PipelineStages.All.Select(stage => stage.Name));
        Assert.All(PipelineStages.All, stage => Assert.NotEmpty(stage.Results));
        Assert.All(PipelineStages.All, stage => Assert.NotEmpty(stage.Files));
    }

    [Fact]
    public void A_ninth_stage_has_its_place_in_every_list()
    {
        Assert.Equal("reinforce", Nine.Named("reinforce")!.Name);
        Assert.Same(Reinforce, Nine[Reinforce.Stage]);
        Assert.Same(Reinforce, Nine.StageOf(new ReinforcementRequested("run")));
        Assert.Same(Reinforce, Nine.StageOf(typeof(ReinforcementOptions)));
        Assert.Equal(typeof(ReinforcementRequested), Nine.Messages[^1]);
        Assert.Equal("agentscaler-reinforcement", Nine.Services[^1]);
        Assert.Equal(9, Nine.Count);
        var (stage, setting, mark) = Nine.SettingsWith<NamesFilesAttribute>().Last();
        Assert.Equal(("reinforce", "reward_model", "none"), (stage.Name, setting, Assert.Single(mark.Words)));
        Assert.Equal(PipelineStages.All.Messages, Nine.Messages.SkipLast(1));
    }

    [Fact]
    public void A_message_that_no_stage_declares_is_no_work()
    {
        var refused = Assert.Throws<ArgumentException>(() => PipelineStages.All.StageOf(new ReinforcementRequested("run")));
        Assert.Contains(nameof(ReinforcementRequested), refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stage_cannot_be_declared_twice()
    {
        var twice = Assert.Throws<ArgumentException>(() => new StageCatalog([.. PipelineStages.All, Reinforce with { Stage = PipelineStage.Train }]));
        Assert.Contains("Train", twice.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new StageCatalog([.. PipelineStages.All, Reinforce with { Options = typeof(TrainingOptions) }]));
        Assert.Throws<ArgumentException>(() => new StageCatalog([.. PipelineStages.All, Reinforce with { Name = "train" }]));
    }

    [Fact]
    public void Every_message_of_work_is_declared_and_belongs_to_one_stage_for_each_purpose()
    {
        var messages = typeof(PipelineRequested).Assembly.GetTypes().Where(type => type.IsClass && type.IsAssignableTo(typeof(IWork)));
        Assert.Equal(messages.ToHashSet(), PipelineStages.All.Messages.ToHashSet());
        Assert.All(Enum.GetValues<EpisodePurpose>(), purpose =>
        {
            var place = EpisodePlace.Of(purpose);
            var played = new RolloutRequested("run", "task", 0, "scripted", 0) { Purpose = purpose };
            var judged = new TrajectoryRecorded("run", "id") { Purpose = purpose };
            Assert.Equal((place.Playing, place.Judging), (PipelineStages.All.StageOf(played).Stage, PipelineStages.All.StageOf(judged).Stage));
            Assert.Single(PipelineStages.All, stage => stage.Asks(played));
            Assert.Single(PipelineStages.All, stage => stage.Asks(judged));
        });
    }

    [Fact]
    public void What_episodes_leave_is_deleted_with_the_stage_that_plays_or_judges_them() => Assert.All(Enum.GetValues<EpisodePurpose>(), purpose =>
    {
        var place = EpisodePlace.Of(purpose);
        Assert.Contains(place.Trajectories, PipelineStages.All[place.Playing].Results);
        Assert.Contains(place.Verdicts, PipelineStages.All[place.Judging].Results);
        Assert.Contains(place.Trajectories, Collections.All);
        Assert.Contains(place.Verdicts, Collections.All);
    });

    [Fact]
    public void No_collection_holds_the_results_of_two_stages()
    {
        var results = PipelineStages.All.SelectMany(stage => stage.Results).ToList();
        Assert.Equal(results.Distinct(), results);
    }

    private sealed record ReinforcementRequested(string RunId) : IWork;

    private sealed record ReinforcementOptions
    {
        [NamesFiles("none")]
        public string? RewardModel { get; init; }
    }
}
