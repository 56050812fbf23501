using AgentScaler.Pipeline.Runs;

namespace AgentScaler.Gateway.Orchestration;

/// <summary>
/// The progress of stages that are complete, which no longer changes. It holds the runs that were asked for last and forgets the others: a
/// gateway lives long, and their stages are counted again if somebody asks.
/// </summary>
/// <param name="capacity">Most runs that are remembered.</param>
internal sealed class CompletedStages(int capacity = 256)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Dictionary<PipelineStage, (StageDocument Completion, StageProgress Progress)>> _runs = new(StringComparer.Ordinal);
    private readonly LinkedList<string> _byUse = new();

    /// <summary>Number of runs that are remembered.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _runs.Count;
            }
        }
    }

    /// <summary>Returns the progress of this completion of a stage, or null if it is not remembered.</summary>
    public StageProgress? Find(string run, StageDocument completion)
    {
        lock (_gate)
        {
            if (!_runs.TryGetValue(run, out var stages) || !stages.TryGetValue(completion.Stage, out var known) || !IsSame(known.Completion, completion))
            {
                return null;
            }

            Use(run);
            return known.Progress;
        }
    }

    public void Keep(string run, StageDocument completion, StageProgress progress)
    {
        lock (_gate)
        {
            if (!_runs.TryGetValue(run, out var stages))
            {
                _runs[run] = stages = [];
            }

            stages[completion.Stage] = (completion, progress);
            Use(run);
            if (_runs.Count > capacity)
            {
                _runs.Remove(_byUse.First!.Value);
                _byUse.RemoveFirst();
            }
        }
    }

    private void Use(string run)
    {
        if (_byUse.Last?.Value != run)
        {
            _byUse.Remove(run);
            _byUse.AddLast(run);
        }
    }

    /// <summary>Whether both are one completion, and not two of a stage that was done again.</summary>
    private static bool IsSame(StageDocument one, StageDocument other) =>
        one.Fingerprint == other.Fingerprint && one.Units == other.Units && one.Seconds.Equals(other.Seconds);
}
