using System.Collections.Concurrent;
using System.Diagnostics;

namespace AgentScaler.TestInfrastructure.Provisioning;

/// <summary>
/// Starts processes from one thread that never ends: Linux ties "die with your parent" to the thread that started the child,
/// and a thread of the pool may end at any time.
/// </summary>
internal static class ProcessStarter
{
    private static readonly BlockingCollection<(Process Process, TaskCompletionSource Started)> Waiting = [];

    static ProcessStarter() => new Thread(Run) { IsBackground = true, Name = "process starter" }.Start();

    public static async Task StartAsync(Process process)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Waiting.Add((process, started));
        await started.Task;
    }

    private static void Run()
    {
        foreach (var (process, started) in Waiting.GetConsumingEnumerable())
        {
            try
            {
                process.Start();
                started.SetResult();
            }
            catch (Exception exception)
            {
                started.SetException(exception);
            }
        }
    }
}
