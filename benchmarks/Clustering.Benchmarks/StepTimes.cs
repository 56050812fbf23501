using System.Diagnostics;

namespace AgentScaler.Clustering.Benchmarks;

/// <summary>Seconds each step took: from the last report of the step before to its own last.</summary>
internal sealed class StepTimes : IProgress<ClusteringProgress>
{
    private readonly Stopwatch watch = Stopwatch.StartNew();
    private readonly List<(string Step, double Start, double End)> steps = [];

    public void Report(ClusteringProgress value)
    {
        lock (steps)
        {
            var now = watch.Elapsed.TotalSeconds;
            var start = steps.Count == 0 ? 0 : steps[^1].End;
            if (steps.Count > 0 && steps[^1].Step == value.Step)
            {
                steps[^1] = steps[^1] with { End = now };
            }
            else
            {
                steps.Add((value.Step, start, now));
            }
        }
    }

    public IReadOnlyList<(string Step, double Seconds)> Seconds => [.. steps.Select(step => (step.Step, step.End - step.Start))];
}
