using System.Runtime.CompilerServices;
using AgentScaler.Contracts.Messages;
using AgentScaler.Hosting.Runs;
using AgentScaler.Storage;

namespace AgentScaler.Gateway.Orchestration.Stages;

/// <summary>One unit of work a domain: an environment, materialized or rejected.</summary>
internal sealed class MaterializeDriver(StageQueries queries) : IStageDriver
{
    public PipelineStage Stage => PipelineStage.Materialize;

    public async Task<StageProgress> ProgressAsync(RunDocument run, bool upstreamComplete, CancellationToken cancellationToken)
    {
        var expected = await queries.Store.CountAsync(Collections.Domains, run.Id, cancellationToken);
        var done = await queries.Store.CountAsync(Collections.Environments, run.Id, cancellationToken);
        return await queries.CountedAsync(run, Stage, done, expected, upstreamComplete, OutstandingAsync(run, cancellationToken), cancellationToken);
    }

    public async IAsyncEnumerable<object> OutstandingAsync(RunDocument run, [EnumeratorCancellation] CancellationToken cancellationToken)
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

    public IAsyncEnumerable<object> CommandsAsync(RunDocument run, bool upstreamComplete, CancellationToken cancellationToken) =>
        AsyncEnumerable.Empty<object>();
}
