using System.Collections.Concurrent;
using AgentScaler.Contracts;
using AgentScaler.Pipeline.Runs;

namespace AgentScaler.Gateway.Orchestration;

/// <summary>The coordinator's memory of a run between two checks: times, and the work that it has already published.</summary>
internal sealed class RunWatch(long start)
{
    private readonly long _started = start;
    private readonly Dictionary<PipelineStage, (StageProgress Progress, long First)> _seen = [];
    private readonly HashSet<PipelineStage> _completed = [];
    private readonly HashSet<IWork> _announced = [];

    private readonly ConcurrentDictionary<PipelineStage, Backlog> _backlogs = [];

    /// <summary>When a count last changed, as a timestamp of the time provider.</summary>
    public long LastMove { get; private set; } = start;

    /// <summary>Records the progress of a stage, and when the stage first had any.</summary>
    public void Note(StageProgress progress, long now)
    {
        if (!_seen.TryGetValue(progress.Stage, out var before))
        {
            // A stage's clock starts with the run for the first stage that is not complete, else with its first result.
            var begins = _seen.Values.All(stage => stage.Progress.IsComplete) && !progress.IsComplete;
            _seen[progress.Stage] = (progress, begins || progress.Done > 0 ? now : 0);
            return;
        }

        if (before.Progress != progress)
        {
            LastMove = now;
        }

        var upstreamComplete = _seen.Where(stage => stage.Key < progress.Stage).All(stage => stage.Value.Progress.IsComplete);
        var first = before.First == 0 && (progress.Done > 0 || upstreamComplete) ? now : before.First;
        _seen[progress.Stage] = (progress, first);
    }

    /// <summary>Marks a stage as seen complete.</summary>
    /// <returns>True the first time.</returns>
    public bool Complete(PipelineStage stage) => _completed.Add(stage);

    /// <summary>Seconds since the first result of the stage.</summary>
    public double SecondsOf(PipelineStage stage, TimeProvider time)
    {
        var from = _seen[stage].First == 0 ? LastMove : _seen[stage].First;
        return Math.Max(0.001, time.GetElapsedTime(stage == PipelineStage.Collect ? _started : from).TotalSeconds);
    }

    /// <summary>Marks a command as given.</summary>
    /// <returns>True if it had not been given yet.</returns>
    public bool Announce(IWork command) => _announced.Add(command);

    /// <summary>Replaces the ready work of a stage.</summary>
    public void Keep(PipelineStage stage, Backlog backlog) => _backlogs[stage] = backlog;

    /// <summary>Returns the ready work of a stage when it was last listed, or null if it was not listed yet.</summary>
    public Backlog? BacklogOf(PipelineStage stage) => _backlogs.GetValueOrDefault(stage);

    /// <summary>Forgets the published work, so that everything may be published again.</summary>
    public void Forget(long now)
    {
        _announced.Clear();
        LastMove = now;
    }
}
