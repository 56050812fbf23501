using AgentScaler.Gateway.Orchestration;
using AgentScaler.Pipeline.Runs;

namespace AgentScaler.Gateway.Runs;

/// <summary>
/// Starts the run that an order describes. The same order is the same run: ordering it again finds the run and continues it if it was stopped. A
/// later last stage extends it. It is never shortened, and nothing is done twice.
/// </summary>
public sealed class RunLauncher(RunIntake intake, RunRepository runs, RunCoordinator coordinator, RunPlanner planner, TimeProvider time)
{
    /// <returns>The run, and whether it is new.</returns>
    /// <exception cref="OrderException">The order is wrong.</exception>
    /// <exception cref="OrderConflictException">The id belongs to a run with other sources or options.</exception>
    public async Task<(RunDocument Run, bool IsNew)> StartAsync(RunOrder order, CancellationToken cancellationToken)
    {
        var wanted = await intake.ReadAsync(order, cancellationToken);
        if (await runs.FindAsync(wanted.Id, cancellationToken) is not { } existing)
        {
            wanted = wanted with { Requested = time.GetUtcNow() };
            await coordinator.StartAsync(wanted, cancellationToken);
            return (wanted, true);
        }

        if (Fingerprint.OfAll(existing) != Fingerprint.OfAll(wanted))
        {
            throw new OrderConflictException($"Run '{wanted.Id}' has other sources, options or another seed; leave the id out, or choose another.");
        }

        var isThere = existing.Status is RunStatus.Running or RunStatus.Completed && existing.Until >= wanted.Until;
        if (!isThere)
        {
            existing = existing with { Until = existing.Until > wanted.Until ? existing.Until : wanted.Until, Status = RunStatus.Running, Reason = null };
            await coordinator.StartAsync(existing, cancellationToken);
        }

        return (existing, false);
    }

    /// <summary>Tries a run's dead work again, and repeats everything that was computed without it.</summary>
    /// <returns>Number of units that are tried again.</returns>
    public async Task<int> ReplayAsync(RunDocument run, CancellationToken cancellationToken)
    {
        var revived = await planner.ReviveAsync(run.Id, cancellationToken);
        if (revived > 0)
        {
            await coordinator.StartAsync(run, cancellationToken);
        }

        return revived;
    }
}
