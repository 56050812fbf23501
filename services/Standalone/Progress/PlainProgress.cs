using AgentScaler.Gateway.Orchestration;
using AgentScaler.Pipeline.Runs;

namespace AgentScaler.Standalone.Progress;

/// <summary>Writes one line when a stage begins or ends, when it has advanced by a tenth, and after some seconds.</summary>
internal sealed class PlainProgress(TextWriter error, TimeProvider time) : IProgressView
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    // The text changes continually, and a stage may take hours.
    private static readonly TimeSpan LongPause = TimeSpan.FromSeconds(30);

    private readonly Dictionary<PipelineStage, (StageProgress Progress, long At)> _shown = [];

    public void Show(IReadOnlyList<StageProgress> stages)
    {
        foreach (var stage in stages)
        {
            if (!IsNews(stage))
            {
                continue;
            }

            _shown[stage.Stage] = (stage, time.GetTimestamp());
            var of = stage.Expected is { } expected ? $"/{expected}" : "";
            var dead = stage.Dead > 0 ? $", {stage.Dead} failed" : "";
            var current = stage.Current is null ? "" : $": {stage.Current}";
            error.WriteLine($"{stage.Stage.Name()}: {(stage.IsComplete ? "done" : "running")} {stage.Done}{of}{dead}{current}");
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private bool IsNews(StageProgress stage)
    {
        if (!_shown.TryGetValue(stage.Stage, out var last))
        {
            return stage.Done > 0 || stage.IsComplete || stage.Current is not null;
        }

        if (last.Progress == stage || last.Progress.IsComplete)
        {
            return false;
        }

        var pause = stage.Done == last.Progress.Done && stage.Expected == last.Progress.Expected ? LongPause : Pause;
        return stage.IsComplete || stage.Dead > last.Progress.Dead || time.GetElapsedTime(last.At) > pause;
    }
}
