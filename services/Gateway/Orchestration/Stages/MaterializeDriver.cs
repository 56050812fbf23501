using System.Runtime.CompilerServices;
using AgentScaler.Contracts;
using AgentScaler.Contracts.Messages;
using AgentScaler.Pipeline.Documents;
using AgentScaler.Pipeline.Runs;
using AgentScaler.Storage;

namespace AgentScaler.Gateway.Orchestration.Stages;

/// <summary>Drives the stage materialize. It has one unit per domain, whose environment is materialized or rejected.</summary>
internal sealed class MaterializeDriver(StageQueries queries) : IStageDriver
{
    public PipelineStage Stage => PipelineStage.Materialize;

    public async Task<StageProgress> ProgressAsync(RunDocument run, bool upstreamComplete, CancellationToken cancellationToken)
    {
        var expected = await queries.Store.CountAsync(Collections.Domains, run.Id, cancellationToken);
        var done = await queries.Store.CountAsync(Collections.Environments, run.Id, cancellationToken);
        var progress = await queries.CountedAsync(run, Stage, done, expected, upstreamComplete, OutstandingAsync(run, cancellationToken), cancellationToken);
        return progress is { IsComplete: true, Expected: > 0 } ? progress.With(await FailureAsync(run, expected, cancellationToken)) : progress;
    }

    /// <summary>Returns a failure if no domain was materialized or if the chosen author never answered.</summary>
    private async Task<StageFailure?> FailureAsync(RunDocument run, long domains, CancellationToken cancellationToken)
    {
        var (materialized, asked, failed, unreachable) = (0, 0, 0, 0);
        EnvironmentDocument? first = null;
        string? silence = null;
        await foreach (var environment in queries.Store.AllAsync<EnvironmentDocument>(Collections.Environments, run.Id, cancellationToken))
        {
            materialized += environment.Status == EnvironmentDocument.Materialized ? 1 : 0;
            first ??= environment.Status == EnvironmentDocument.Materialized || environment.NotChosen ? null : environment;
            asked += environment.Authoring("asked");
            failed += environment.Authoring("failed");
            unreachable += environment.Authoring("unreachable");
            silence ??= environment.AuthoringFailure();
        }

        if (materialized == 0)
        {
            return first is not null
                ? new StageFailure($"none of {domains} domains could be materialized; {first.Slug}: {first.Reason}", FailureCause.Rejected)
                : await queries.DeadAsync(run.Id, Stage, cancellationToken) is { Count: > 0 } dead
                    ? dead.All($"none of {domains} domains could be materialized")
                : new StageFailure($"none of {domains} domains is among those that were named", FailureCause.Input);
        }

        return asked > 0 && failed == asked
            ? new StageFailure($"the author answered for none of {asked} domains: {silence}", unreachable == asked
                ? FailureCause.Unreachable
                : FailureCause.Work)
            : null;
    }

    public async IAsyncEnumerable<IWork> OutstandingAsync(RunDocument run, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var done = await queries.IdsAsync(Collections.Environments, run.Id, cancellationToken);
        foreach (var domain in await queries.Store.IdsAsync(Collections.Domains, run.Id, cancellationToken))
        {
            if (!done.Contains(domain))
            {
                yield return new DomainDiscovered(run.Id, domain);
            }
        }
    }

    public IAsyncEnumerable<IWork> CommandsAsync(RunDocument run, bool upstreamComplete, CancellationToken cancellationToken) =>
        AsyncEnumerable.Empty<IWork>();
}
