using System.Diagnostics;
using System.Globalization;

namespace AgentScaler.Clustering.Benchmarks;

/// <summary>Seconds each step took, by the clock and of the processor: from the last report of the step before to its own last.</summary>
internal sealed class StepTimes : IProgress<ClusteringProgress>
{
    private readonly Stopwatch watch = Stopwatch.StartNew();
    private readonly TimeSpan start = Process.GetCurrentProcess().TotalProcessorTime;
    private readonly List<(string Step, double Clock, double Processor)> steps = [];

    public void Report(ClusteringProgress value)
    {
        lock (steps)
        {
            if (steps.Count > 0 && steps[^1].Step == value.Step)
            {
                if (value.Done < value.Total)
                {
                    return;
                }

                steps.RemoveAt(steps.Count - 1);
            }

            steps.Add((value.Step, watch.Elapsed.TotalSeconds, (Process.GetCurrentProcess().TotalProcessorTime - start).TotalSeconds));
        }
    }

    public override string ToString() => string.Join("  ", steps.Select((step, i) => string.Create(
        CultureInfo.InvariantCulture,
        $"{step.Step} {step.Clock - (i == 0 ? 0 : steps[i - 1].Clock):0.0} ({step.Processor - (i == 0 ? 0 : steps[i - 1].Processor):0.0})")));
}
