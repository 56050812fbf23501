using System.Collections.Concurrent;
using System.Diagnostics;
using AgentScaler.Contracts.Messages;

namespace AgentScaler.Hosting.Tests.Bus;

/// <summary>What the consumers of a test saw.</summary>
internal sealed class WorkLog(Func<RolloutRequested, Task> work)
{
    // A broker that was killed is looked for at growing pauses of up to half a minute.
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    public ConcurrentBag<string> Handled { get; } = [];

    public ConcurrentBag<string> Announced { get; } = [];

    public ConcurrentBag<string> Faults { get; } = [];

    /// <summary>Bytes of the largest fault, with its envelope.</summary>
    public long LargestFault { get; set; }

    public Task WorkAsync(RolloutRequested message) => work(message);

    public async Task UntilAsync(Func<WorkLog, bool> done, CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        while (!done(this))
        {
            Assert.True(
                clock.Elapsed < Limit,
                $"Still waiting after {Limit}: {Handled.Count} handled, {Announced.Count} announced, {Faults.Count} faults.");
            await Task.Delay(10, cancellationToken);
        }
    }
}
