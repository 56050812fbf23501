using AgentScaler.Gateway.Orchestration;
using AgentScaler.Pipeline.Runs;
using AgentScaler.Standalone.Progress;
using Microsoft.Extensions.Time.Testing;

namespace AgentScaler.Journeys.Tests;

/// <summary>What a log of a run shows: one line a change, and few enough of them.</summary>
public sealed class PlainProgressTests
{
    private readonly FakeTimeProvider _clock = new();
    private readonly StringWriter _error = new() { NewLine = "\n" };

    [Fact]
    public async Task Counts_are_told_after_a_pause_and_their_end_at_once()
    {
        await using var view = new PlainProgress(_error, _clock);
        foreach (var done in new[] { 0, 1, 2, 3 })
        {
            view.Show([new StageProgress(PipelineStage.Tasks, done, 4, 0, false)]);
            _clock.Advance(TimeSpan.FromSeconds(3));
        }

        view.Show([new StageProgress(PipelineStage.Tasks, 4, 4, 0, true)]);
        view.Show([new StageProgress(PipelineStage.Tasks, 4, 4, 0, true)]);

        Assert.Equal("tasks: running 1/4\ntasks: running 3/4\ntasks: done 4/4\n", _error.ToString());
    }

    [Fact]
    public async Task What_a_stage_is_at_is_told_twice_a_minute()
    {
        await using var view = new PlainProgress(_error, _clock);
        for (var step = 1; step <= 61; step++)
        {
            view.Show([new StageProgress(PipelineStage.Train, 0, 2, 0, false) { Current = $"stage 1, step {step} of 61, loss 0.5" }]);
            _clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(
            "train: running 0/2: stage 1, step 1 of 61, loss 0.5\ntrain: running 0/2: stage 1, step 32 of 61, loss 0.5\n", _error.ToString());
    }
}
