using System.Collections.Concurrent;
using AgentScaler.Hosting;
using AgentScaler.Pipeline.Runs;
using AgentScaler.Storage;

namespace AgentScaler.Serving.Sessions;

/// <summary>
/// Chooses the run of a request: the named run, or the newest one with the requested object if <c>run_id</c> is empty. MCP and HTTP choose in the same
/// way.
/// </summary>
internal sealed class RunChoice(RunRepository runs, IDocumentStore store, EnvironmentCache environments)
{
    private const int MostSessions = 16_384;

    // A session never changes its run, so the run is kept and not searched again for each call.
    private readonly ConcurrentDictionary<string, string> _sessions = new(StringComparer.Ordinal);

    /// <exception cref="KeyNotFoundException">The run does not exist or does not have the domain.</exception>
    public Task<string> WithDomainAsync(string named, string domain, CancellationToken cancellationToken) =>
        WithAsync(named, $"materialized domain '{domain}'", "; GET /api/v1/domains and ListDomains list those that it has",
            run => environments.HasAsync(run, domain, cancellationToken), cancellationToken);

    /// <exception cref="KeyNotFoundException">The run does not exist or does not have the task.</exception>
    public Task<string> WithTaskAsync(string named, string task, CancellationToken cancellationToken) =>
        WithAsync(named, $"task '{task}'", "", run => HoldsAsync(Collections.Tasks, run, task, cancellationToken), cancellationToken);

    /// <exception cref="KeyNotFoundException">The run does not exist or does not have the session.</exception>
    public async Task<string> WithSessionAsync(string named, string session, CancellationToken cancellationToken)
    {
        // The store of sessions reports a missing session of a named run, because it must look it up anyway.
        if (named.Length > 0 || _sessions.TryGetValue(session, out named!))
        {
            return named;
        }

        var run = await WithAsync(
            "", $"session '{session}'", "", candidate => HoldsAsync(Collections.Sessions, candidate, session, cancellationToken), cancellationToken);
        if (_sessions.Count >= MostSessions)
        {
            _sessions.Clear();
        }

        return _sessions[session] = run;
    }

    private async Task<string> WithAsync(string named, string what, string hint, Func<string, Task<bool>> has, CancellationToken cancellationToken)
    {
        if (named.Length > 0)
        {
            await runs.ChosenAsync(named, cancellationToken);
            return await has(named) ? named : throw new KeyNotFoundException($"Run '{named}' has no {what}{hint}.");
        }

        return (await runs.NewestAsync(run => has(run.Id), cancellationToken))?.Id ?? throw new KeyNotFoundException($"No run has a {what}{hint}.");
    }

    private async Task<bool> HoldsAsync(CollectionDefinition collection, string run, string id, CancellationToken cancellationToken) =>
        await store.GetAsync(collection, run, id, cancellationToken) is not null;
}
