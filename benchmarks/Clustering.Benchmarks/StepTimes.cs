using System.Diagnostics;
using System.Globalization;

namespace AgentScaler.Clustering.Benchmarks;

/// <summary>Seconds each step took, by the clock and of the processor: from the last report of the step before to its own last.</summary>
internal sealed class StepTimes : IProgress<ClusteringProgress>
{
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private readonly TimeSpan _start = Process.GetCurrentProcess().TotalProcessorTime;
    private readonly List<(string Step, double Clock, double Processor)> _steps = [];

    public void Report(ClusteringProgress value)
    {
        lock (_steps)
        {
            if (_steps.Count > 0 && _steps[^1].Step == value.Step)
            {
                if (value.Done < value.Total)
                {
                    return;
                }

                _steps.RemoveAt(_steps.Count - 1);
            }

            _steps.Add((value.Step, _watch.Elapsed.TotalSeconds, (Process.GetCurrentProcess().TotalProcessorTime - _start).TotalSeconds));
        }
    }

    public override string ToString() => string.Join("  ", _steps.Select((step, i) => string.Create(
        CultureInfo.InvariantCulture,
        $"{step.Step} {step.Clock - (i == 0 ? 0 : _steps[i - 1].Clock):0.0} ({step.Processor - (i == 0 ? 0 : _steps[i - 1].Processor):0.0})")));
}
