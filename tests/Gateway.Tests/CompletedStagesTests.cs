using AgentScaler.Gateway.Orchestration;
using AgentScaler.Pipeline.Runs;

namespace AgentScaler.Gateway.Tests;

public sealed class CompletedStagesTests
{
    private readonly CompletedStages _completed = new(capacity: 3);

    [Fact]
    public void A_gateway_that_sees_many_runs_remembers_a_bounded_number_of_them()
    {
        for (var run = 0; run < 100; run++)
        {
            Keep($"run-{run}", PipelineStage.Collect);
            Keep($"run-{run}", PipelineStage.Cluster);
        }

        Assert.Equal(3, _completed.Count);
        Assert.Null(Find("run-0"));
        Assert.All(["run-97", "run-98", "run-99"], run => Assert.NotNull(Find(run)));
    }

    [Fact]
    public void The_run_that_was_asked_for_longest_ago_is_forgotten_first()
    {
        Keep("a", PipelineStage.Collect);
        Keep("b", PipelineStage.Collect);
        Keep("c", PipelineStage.Collect);
        Assert.NotNull(Find("a"));

        Keep("d", PipelineStage.Collect);

        Assert.NotNull(Find("a"));
        Assert.Null(Find("b"));
    }

    [Fact]
    public void A_stage_that_was_done_again_is_another_completion()
    {
        Keep("a", PipelineStage.Collect);

        Assert.Null(_completed.Find("a", Completion(PipelineStage.Collect) with { Fingerprint = "other" }));
        Assert.Null(_completed.Find("a", Completion(PipelineStage.Collect) with { Seconds = 2 }));
        Assert.Null(_completed.Find("a", Completion(PipelineStage.Cluster)));
        Assert.Equal(7, Find("a")!.Done);
    }

    private static StageDocument Completion(PipelineStage stage) => new(stage, "print", RunStatus.Completed) { Seconds = 1 };

    private StageProgress? Find(string run) => _completed.Find(run, Completion(PipelineStage.Collect));

    private void Keep(string run, PipelineStage stage) => _completed.Keep(run, Completion(stage), new StageProgress(stage, 7, 7, 0, true));
}
