using System.Diagnostics;

namespace AgentScaler.Environments.Benchmarks;

/// <summary>Processor time of this process, so that figures hold on a machine that does other things too.</summary>
internal static class Work
{
    public static TimeSpan Now()
    {
        using var process = Process.GetCurrentProcess();
        return process.TotalProcessorTime;
    }

    /// <summary>Microseconds of one of so many repetitions.</summary>
    public static double Microseconds(int times, Action action)
    {
        action();
        var start = Now();
        for (var i = 0; i < times; i++)
        {
            action();
        }

        return (Now() - start).TotalMicroseconds / times;
    }
}
