using AgentScaler.Pipeline.Runs;

namespace AgentScaler.Gateway.Orchestration;

/// <summary>
/// The progress of stages that are complete, which no longer changes. It holds the runs that were asked for last and forgets the others: a
/// gateway lives long, and their stages are counted again if somebody asks.
/// </summary>
/// <param name="capacity">Most runs that are remembered.</param>
internal sealed class CompletedStages(int capacity = 256)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, Dictionary<PipelineStage, (StageDocument Completion, StageProgress Progress)>> runs = new(StringComparer.Ordinal);
    private readonly LinkedList<string> byUse = new();

    /// <summary>Number of runs that are remembered.</summary>
    public int Count
    {
        get
        {
            lock (gate)
            {
                return runs.Count;
            }
        }
    }

    /// <summary>Returns the progress of this completion of a stage, or null if it is not remembered.</summary>
    public StageProgress? Find(string run, StageDocument completion)
    {
        lock (gate)
        {
            if (!runs.TryGetValue(run, out var stages) || !stages.TryGetValue(completion.Stage, out var known) || !IsSame(known.Completion, completion))
            {
                return null;
            }

            Use(run);
            return known.Progress;
        }
    }

    public void Keep(string run, StageDocument completion, StageProgress progress)
    {
        lock (gate)
        {
            if (!runs.TryGetValue(run, out var stages))
            {
                runs[run] = stages = [];
            }

            stages[completion.Stage] = (completion, progress);
            Use(run);
            if (runs.Count > capacity)
            {
                runs.Remove(byUse.First!.Value);
                byUse.RemoveFirst();
            }
        }
    }

    private void Use(string run)
    {
        if (byUse.Last?.Value != run)
        {
            byUse.Remove(run);
            byUse.AddLast(run);
        }
    }

    /// <summary>Whether both are one completion, and not two of a stage that was done again.</summary>
    private static bool IsSame(StageDocument one, StageDocument other) =>
        one.Fingerprint == other.Fingerprint && one.Units == other.Units && one.Seconds.Equals(other.Seconds);
}
